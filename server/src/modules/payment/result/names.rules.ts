/** Points between the parts of a name, as they are typed in different systems. */
const points = /[·・•‧∙⋅●.．。]/gu;
/** What a bank writes in place of a character it has not. */
const unknown = /[?？□�*＊]/u;

const folded = (name: string): string[] => [
  ...name.normalize('NFKC').replace(points, '·').replace(/\s/gu, ''),
];

/** Whether a name in a bank's file may be that of a payee: characters may be missing, points differ, the end be cut off. */
export function namesFit(said: string, payee: string): boolean {
  const [one, other] = [folded(said), folded(payee)];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < long.length && short.length < 2) return false;
  return short.every((sign, at) => sign === long[at] || unknown.test(sign) || unknown.test(long[at] ?? ''));
}
