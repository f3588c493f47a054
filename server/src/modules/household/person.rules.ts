/** A whole resident id or another document number as long, as people type it. */
export const isWholeId = (text: string): boolean => /^[\dXx０-９]{18}$/.test(text);

/** The end of a resident id, as it stays in the open. */
export const isFourDigits = (text: string): boolean => /^\d{3}[\dXx]$/.test(text);
