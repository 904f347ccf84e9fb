const FRENCH_ENDINGS = ["", "e", "ne", "que", "s", "es", "nes", "ques"];

/** A French demonym in both genders and numbers; a form that does not exist is found nowhere. */
export function frenchForms(name: string): string[] {
  return [
    ...FRENCH_ENDINGS.map((ending) => name + ending),
    // grec and turc, whose feminine changes the last letter
    ...(name.endsWith("c") ? [`${name.slice(0, -1)}que`, `${name.slice(0, -1)}ques`] : []),
  ];
}

/** A Spanish demonym in both genders and numbers. */
export function spanishForms(name: string): string[] {
  if (name.endsWith("o")) return ["o", "a", "os", "as"].map((ending) => name.slice(0, -1) + ending);
  return ["", "s", "es", "a", "as"].map((ending) => name + ending);
}

/** An English demonym and its plural. */
export function englishForms(name: string): string[] {
  return [name, `${name}s`];
}

const SOFT_STEM = /[гкхжчшщц]$/;

/** A masculine adjective, or an adjective in the plural, in the six cases. */
function masculine(word: string): string[] {
  const stem = word.slice(0, -2);
  return [word, `${stem}ого`, `${stem}ому`, word, stem + (word.endsWith("ий") ? "им" : "ым"), `${stem}ом`];
}
function plural(word: string): string[] {
  const stem = word.slice(0, -2) + (word.endsWith("ые") ? "ы" : "и");
  return [word, `${stem}х`, `${stem}м`, word, `${stem}ми`, `${stem}х`];
}

/** A word in the six cases of the singular, or of the plural for a name that is one; as it is where it does not change. */
function russianCases(word: string): string[] {
  const stem = word.slice(0, -1);
  const cases = (endings: readonly string[], from = stem) => [
    word,
    ...endings.map((ending) => from + ending),
  ];
  if (/ая$/.test(word)) return cases(["ой", "ой", "ую", "ой", "ой"], word.slice(0, -2));
  if (/(ий|ый|ой)$/.test(word)) return masculine(word);
  if (/(ие|ые)$/.test(word)) return plural(word);
  if (/ия$/.test(word)) return cases(["и", "и", "ю", "ей", "и"]);
  if (/я$/.test(word)) return cases(["и", "е", "ю", "ей", "е"]);
  if (/а$/.test(word)) return cases([SOFT_STEM.test(stem) ? "и" : "ы", "е", "у", "ой", "е"]);
  if (/ы$/.test(word)) return cases(["", "ам", "ы", "ами", "ах"]);
  if (/ь$/.test(word)) return cases(["я", "ю", "ь", "ем", "е"]);
  if (/й$/.test(word)) return cases(["я", "ю", "й", "ем", "е"]);
  if (/[бвгджзклмнпрстфхцчшщ]$/.test(word)) return cases(["а", "у", "", "ом", "е"], word);
  return [word, word, word, word, word, word];
}

/** A Russian name of one word or several in every case, all its words in the same. */
export function russianForms(name: string): string[] {
  if (name === name.toUpperCase()) return [name];
  const words = name.split(/(?<=[\s-])/).map((word) => {
    const [, letters = "", after = ""] = /^(.*?)([\s-]*)$/.exec(word) ?? [];
    return russianCases(letters).map((form) => form + after);
  });
  const declined = [0, 1, 2, 3, 4, 5].map((index) => words.map((forms) => forms[index]).join(""));
  // Where only the first of two words is declined, as in "Республики Корея".
  const firstAlone = [0, 1, 2, 3, 4, 5].map(
    (index) => (words[0]?.[index] ?? "") + name.slice(words[0]?.[0]?.length),
  );
  return [...new Set([...declined, ...firstAlone])];
}

const RUSSIAN_ADJECTIVE_ENDINGS = "ий ого ому им ом ая ой ую ое ие их ими ими".split(" ");

/** An adjective in every form. */
export function russianAdjectiveForms(stem: string): string[] {
  return RUSSIAN_ADJECTIVE_ENDINGS.map((ending) => stem + ending);
}

/** The people called after such an adjective: малайзийск- gives малайзийцы. */
export function russianPeopleForms(stem: string): string[] {
  if (!/[ийаня]йск$|[иа]нск$/.test(stem)) return [];
  const root = stem.slice(0, -2);
  return [
    `${root.replace(/й$/, "")}ец`,
    ...["цы", "цев", "цам", "цами", "цах"].map((ending) => root + ending),
  ];
}

const ARABIC_ADJECTIVE_ENDINGS = ["", "ة", "ين", "ون", "ات", "تين", "ان"];

/** An Arabic adjective with and without the article, in its genders and numbers. */
export function arabicAdjectiveForms(adjective: string): string[] {
  return ["", "ال"].flatMap((article) =>
    ARABIC_ADJECTIVE_ENDINGS.map((ending) => article + adjective + ending),
  );
}

/** The adjective that follows from the name of a State of one word: ماليزيا gives ماليزي. */
export function arabicAdjectiveOf(name: string): string | null {
  if (/\s/.test(name)) return null;
  const stem = name.replace(/^ال/, "").replace(/(يا|ية|[اةوي])$/, "");
  return stem.length < 3 ? null : `${stem}ي`;
}
