import { useEffect, useRef, useState } from 'react';
import { useRedirect } from 'react-admin';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { request } from '../../../api/client.ts';
import { malformedAnswer } from '../../../api/errors.ts';
import { isSessionEnd } from '../../../api/session-end.ts';
import { checkImport } from '../imports.graphql.ts';
import { uploadFile } from '../upload/upload.ts';

export type CheckState =
  | { phase: 'idle' }
  | { phase: 'uploading'; share: number }
  | { phase: 'opening' }
  | { phase: 'refused'; error: Error };

interface Wanted {
  file: File;
  kind: ImportKind;
  divisionCode: string;
  /** Meanings chosen for headings after the sheet was refused for a missing column. */
  columnMap?: readonly { heading: string; key: string | null }[];
  /** Which sheets to read, where the file was refused until they are chosen. */
  sheets: readonly string[];
  asOf: string | null;
}

const COUNTY_DIGITS = 6;

/**
 * Uploads the file, reads its header and opens the page of the batch, where its rows are checked. Leaving the page
 * cancels the upload.
 */
export function useCheck(): {
  state: CheckState;
  check: (wanted: Wanted) => Promise<void>;
  reset: () => void;
} {
  const redirect = useRedirect();
  const [state, setState] = useState<CheckState>({ phase: 'idle' });
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const check = async ({ file, kind, divisionCode, asOf, columnMap, sheets }: Wanted) => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    const countyCode = divisionCode.slice(0, COUNTY_DIGITS);
    setState({ phase: 'uploading', share: 0 });
    try {
      const fileId = await uploadFile(
        file,
        countyCode,
        (share) => setState({ phase: 'uploading', share }),
        signal,
      );
      setState({ phase: 'opening' });
      const input = {
        kind,
        fileId,
        asOf,
        countyCode,
        divisionCode: divisionCode.length > COUNTY_DIGITS ? divisionCode : null,
        sheets: sheets.length > 0 ? [...sheets] : null,
        columnMap: columnMap && columnMap.length > 0 ? [...columnMap] : null,
      };
      const { checkImport: checked } = await request(checkImport, { input }, { signal });
      if (!checked.importBatch) throw malformedAnswer(200);
      redirect('show', 'imports', checked.importBatch.id);
    } catch (error) {
      if (signal.aborted) return;
      if (isSessionEnd(error)) return;
      setState({ phase: 'refused', error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  return { state, check, reset: () => setState({ phase: 'idle' }) };
}
