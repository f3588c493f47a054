/** Stands where only a person can say what is meant; a test refuses to let it stay. */
export const toWrite = 'TO BE WRITTEN';

/** The forms of a name that files, types, columns and lists have: `medical-aid` → `MedicalAid`, `medical_aid`, … */
export interface Names {
  readonly kebab: string;
  readonly camel: string;
  readonly pascal: string;
  readonly snake: string;
  /** Of the list: folder and address in the console, and in camel case the root field. */
  readonly plural: string;
  readonly plurals: string;
}

const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const camelOf = (kebab: string): string =>
  kebab.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
export const pascalOf = (kebab: string): string => upperFirst(camelOf(kebab));
export const kebabOf = (camel: string): string =>
  camel.replaceAll(/[A-Z]/g, (letter, at: number) => (at > 0 ? '-' : '') + letter.toLowerCase());

export function namesOf(kebab: string, plural = `${kebab}s`): Names {
  return {
    kebab,
    camel: camelOf(kebab),
    pascal: pascalOf(kebab),
    snake: kebab.replaceAll('-', '_'),
    plural,
    plurals: camelOf(plural),
  };
}

/** Words that no variable may be called by in TypeScript modules. */
const reserved = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false
  finally for function if implements import in interface let new null package private protected public return static
  super switch this throw true try typeof undefined var void while with yield`.split(/\s+/),
);

export const isKebab = (text: string): boolean =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) && !reserved.has(text);
export const isCamel = (text: string): boolean => /^[a-z][a-zA-Z0-9]*$/.test(text) && !reserved.has(text);
