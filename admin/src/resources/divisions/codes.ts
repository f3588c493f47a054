const CODE = /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/;

/** Codes as people paste them: separated by blanks, Chinese or Western commas, or new lines. */
export const splitCodes = (text: string): string[] => text.split(/[\s,，、;；]+/).filter(Boolean);

export const areCodes = (text: string): boolean => splitCodes(text).every((code) => CODE.test(code));
