import type { RaRecord } from 'react-admin';
import type { ExportFormat, ExportStatus } from '#schema/codes/export.codes.ts';
import type { Tone } from '../../shared/display/StatusChip.tsx';

export interface Job extends RaRecord<string> {
  type: string;
  format: ExportFormat;
  divisionCode: string;
  purpose: string;
  status: ExportStatus;
  total: number | null;
  done: number;
  byteSize: number | null;
  failure: string | null;
  createdAt: string;
  expiresAt: string | null;
  startedBy: string | null;
  isMine: boolean;
}

export const EXPORT_TONES: Record<ExportStatus, Tone> = {
  QUEUED: 'waiting',
  RUNNING: 'waiting',
  DONE: 'good',
  FAILED: 'bad',
  EXPIRED: 'off',
  CANCELLED: 'off',
};

export const isUnderWay = ({ status }: Pick<Job, 'status'>): boolean =>
  status === 'QUEUED' || status === 'RUNNING';

/** A failed job can be retried until its time is over. */
export const canRetry = ({ status, expiresAt }: Pick<Job, 'status' | 'expiresAt'>, now: number): boolean =>
  status === 'FAILED' && expiresAt !== null && Date.parse(expiresAt) > now;

/** The address of the file, for a download by the browser. */
export const exportUrl = ({ id }: Pick<Job, 'id'>): string => `/exports/${encodeURIComponent(id)}`;

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

export function sizeText(bytes: number | null): string {
  if (bytes === null) return '—';
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < UNITS.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]}`;
}
