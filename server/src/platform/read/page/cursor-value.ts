const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
};

const isTime = /^([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?([+-](0\d|1[0-4])(:[0-5]\d)?)?$/;

const isInstant = (text: string): boolean => isDay(text.slice(0, 10)) && isTime.test(text.slice(11));

const isWhole = (bits: bigint) => (text: string) =>
  /^-?\d{1,19}$/.test(text) && BigInt.asIntN(Number(bits), BigInt(text)) === BigInt(text);

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Text that the database can store. */
const isText = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

const forms: readonly [type: RegExp, isSound: (text: string) => boolean][] = [
  [/^uuid/, isUuid],
  [/^date/, isDay],
  [/^timestamp/, isInstant],
  [/^smallint/, isWhole(16n)],
  [/^integer/, isWhole(32n)],
  [/^bigint/, isWhole(64n)],
  [/^numeric/, (text) => /^-?\d{1,40}(\.\d{1,40})?$/.test(text)],
  [/^boolean/, (text) => text === 'true' || text === 'false'],
];

/** Whether a text is what the database writes for a value of a type, so that it can be read back. */
export const isWrittenAs = (sqlType: string, text: string): boolean =>
  (forms.find(([type]) => type.test(sqlType))?.[1] ?? isText)(text);
