// Stands for Node's `crypto` in scripts for the browser. The arithmetic under @cloudflare/blindrsa-ts asks for it where
// there is one and goes on without; the bundler's own stand-in would weigh 133 kB.
export {};
