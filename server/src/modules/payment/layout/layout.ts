import type { bankLayout } from '#schema/payment/bank-layout.table.ts';

/** What separates fields. */
export const signOf: Readonly<Record<string, string>> = { PIPE: '|', COMMA: ',', TAB: '\t', SEMICOLON: ';' };

/** What the files of a bank look like, of a layout on record or of a sample. */
export type Layout = Pick<
  typeof bankLayout.$inferSelect,
  | 'fileKind'
  | 'delimiter'
  | 'encoding'
  | 'amountUnit'
  | 'sentHeader'
  | 'sentColumns'
  | 'sentTrailer'
  | 'resultHeader'
  | 'resultColumns'
  | 'resultTrailer'
  | 'successWords'
  | 'failureWords'
  | 'returnWords'
>;
