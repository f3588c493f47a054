import type { RaRecord } from 'react-admin';
import type { ImportKind, ImportStatus } from '#schema/codes/import.codes.ts';
import type { Tone } from '../../shared/display/StatusChip.tsx';

export interface SheetColumn {
  column: string;
  heading: string;
}

export interface Columns {
  sheetName: string;
  headerRow: number;
  recognised: readonly (SheetColumn & { key: string })[];
  ignored: readonly SheetColumn[];
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

export const TONES: Record<ImportStatus, Tone> = {
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

/** Where a batch stands in the steps: 0 file, 1 check, 2 import, 3 result. */
export function stepOf({ status, startedAt }: Pick<Batch, 'status' | 'startedAt'>): number {
  if (startedAt === null) return 1;
  return status === 'RUNNING' ? 2 : 3;
}

/** A batch that broke off goes on from there; one that was only checked begins. */
export const canStart = ({ status, startedAt, created, updated }: Batch): boolean =>
  (status === 'FAILED' && startedAt !== null) || (status === 'CHECKED' && created + updated > 0);

export const canRollBack = ({ status, processed }: Batch): boolean =>
  status === 'DONE' || (status === 'FAILED' && processed > 0);
