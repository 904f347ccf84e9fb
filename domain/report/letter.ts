/** The letter under which a figure, its table and its text name one statement or option: a, b, c … */
export const letterOf = (index: number): string => String.fromCharCode("a".charCodeAt(0) + index);
