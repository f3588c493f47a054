import { type MoneyUnit, parseMoney } from '#platform/sheet/money.ts';
import { FundLevel } from '#schema/codes/money/document.codes.ts';
import { withoutBlanks } from '#schema/text.ts';

export interface LevelAmount {
  readonly level: FundLevel;
  readonly fen: bigint;
  readonly saysUnit: boolean;
}

const PART = /^(\p{Script=Han}+?)(?:资金)?[:：为]?([-−]?[\d,.]+(?:亿元|万元|元|万|亿)?)$/u;

/**
 * Several levels with their amounts in one cell, as 中央440、省级90. Null where the cell holds nothing like it, so that it
 * is read as the one thing it should be.
 */
export function levelsIn(text: string, unit: MoneyUnit | null): LevelAmount[] | null {
  const parts = withoutBlanks(text)
    .split(/[、;；/+和及]|,(?!\d{3}(?!\d))/u)
    .filter((part) => part !== '');
  const found = parts.flatMap((part): LevelAmount[] => {
    const [, words = '', amount = ''] = PART.exec(part) ?? [];
    const level = FundLevel.parse(words);
    const read = parseMoney({ text: amount }, unit);
    return level && read.ok ? [{ level, fen: read.fen, saysUnit: read.saysUnit }] : [];
  });
  const isWhole = found.length > 0 && found.length === parts.length;
  const isEachOnce = new Set(found.map(({ level }) => level)).size === found.length;
  return isWhole && isEachOnce ? found : null;
}
