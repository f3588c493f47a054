/** A whole resident id or another document number as long, as `normaliseResidentId` leaves it. */
export const isWholeId = (text: string): boolean => /^[\dX]{18}$/.test(text);

/** The end of a resident id, as it stays in the open. */
export const isFourDigits = (text: string): boolean => /^\d{3}[\dX]$/.test(text);
