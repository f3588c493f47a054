import type { RaRecord } from 'react-admin';
import type { ImportKind, ImportStatus } from '#schema/codes/imports/import.codes.ts';
import { staysImported } from '#schema/codes/imports/import-needs.ts';
import type { Tone } from '../../shared/display/StatusChip.tsx';

export interface SheetColumn {
  column: string;
  heading: string;
  /** The heading above it in a header of two rows. */
  group?: string | null;
  /** When this meaning was chosen for an earlier file, if that choice was followed. */
  rememberedAt?: string | null;
  /** Of a column without a heading: how many of its cells hold a value. */
  filled?: number | null;
}

export interface AmbiguousColumn extends SheetColumn {
  /** The columns it may stand for. */
  keys: readonly string[];
}

export interface KnownColumn {
  key: string;
  isRequired: boolean;
  /** At least one of those with the same value here is required. */
  oneOf: string | null;
}

export interface Sheet {
  name: string;
  isRead: boolean;
  isHidden: boolean;
  /** Its name says that it holds no current records. */
  isSetAside: boolean;
  /** Null for a sheet that is not read. */
  rows: number | null;
}

export interface Columns {
  sheetName: string;
  headerRow: number;
  recognised: readonly (SheetColumn & { key: string; isHidden: boolean })[];
  ignored: readonly SheetColumn[];
  ambiguous: readonly AmbiguousColumn[];
  known: readonly KnownColumn[];
  sheets: readonly Sheet[];
  hiddenRows: number | null;
  skippedRows: number | null;
  skipped: readonly { sheetName: string; rowNumber: number }[];
  assumed: readonly { key: string; label: string }[];
  skipsHidden: boolean;
  /** The day named in the title rows, where none was given. */
  listDay: string | null;
}

export interface Batch extends RaRecord<string> {
  kind: ImportKind;
  status: ImportStatus;
  divisionCode: string;
  fileName: string;
  total: number;
  processed: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  failure: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  columns?: Columns;
}

export const IMPORT_TONES: Record<ImportStatus, Tone> = {
  UPLOADED: 'neutral',
  CHECKING: 'waiting',
  CHECKED: 'neutral',
  RUNNING: 'waiting',
  DONE: 'good',
  FAILED: 'bad',
  ROLLED_BACK: 'off',
};

export const isUnderWay = ({ status }: Pick<Batch, 'status'>): boolean =>
  status === 'CHECKING' || status === 'RUNNING';

/** Where a batch is: 0 file, 1 check, 2 import, 3 result. */
export function stepOf({ status, startedAt }: Pick<Batch, 'status' | 'startedAt'>): number {
  if (startedAt === null) return 1;
  return status === 'RUNNING' ? 2 : 3;
}

/** A failed batch continues; a checked one begins. */
export const canStart = ({ status, startedAt, created, updated }: Batch): boolean =>
  (status === 'FAILED' && startedAt !== null) || (status === 'CHECKED' && created + updated > 0);

type Stand = Pick<Batch, 'status' | 'startedAt' | 'processed'> & Partial<Pick<Batch, 'kind'>>;

/** A check counts its rows as well, but writes none of them. */
export const canRollBack = ({ kind, status, startedAt, processed }: Stand): boolean =>
  !(kind && staysImported.has(kind)) &&
  (status === 'DONE' || (status === 'FAILED' && startedAt !== null && processed > 0));

/** The counts of a failed check say nothing about the file. */
export const isCheckBroken = ({ status, startedAt }: Pick<Batch, 'status' | 'startedAt'>): boolean =>
  status === 'FAILED' && startedAt === null;
