import "server-only";

/** Code points for which a font has a glyph, from its `cmap` (OpenType 1.9, formats 4 and 12). */
export function codePointsOf(font: Buffer): Set<number> {
  const found = new Set<number>();
  const cmap = tableAt(font, "cmap");
  const subtables = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < subtables; index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) addSegments(font, at, found);
    if (format === 12) addGroups(font, at, found);
  }
  return found;
}

function tableAt(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const at = 12 + 16 * index;
    if (font.toString("latin1", at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

/** Format 4: segments of the Basic Multilingual Plane, a glyph by a distance or by a list. */
function addSegments(font: Buffer, at: number, found: Set<number>): void {
  const twice = font.readUInt16BE(at + 6);
  for (let index = 0; index < twice; index += 2) {
    const end = font.readUInt16BE(at + 14 + index);
    const start = font.readUInt16BE(at + 16 + twice + index);
    const distance = font.readUInt16BE(at + 16 + 2 * twice + index);
    const offsetAt = at + 16 + 3 * twice + index;
    const offset = font.readUInt16BE(offsetAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const listed = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + 2 * (code - start));
      if (listed !== 0 && (listed + distance) % 0x10000 !== 0) found.add(code);
    }
  }
}

/** Format 12: groups of all planes. */
function addGroups(font: Buffer, at: number, found: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let index = 0; index < groups; index += 1) {
    const group = at + 16 + 12 * index;
    const [start, end] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    const glyph = font.readUInt32BE(group + 8);
    for (let code = start; code <= end; code += 1) if (glyph + code - start !== 0) found.add(code);
  }
}
