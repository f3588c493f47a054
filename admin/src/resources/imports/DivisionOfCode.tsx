import { useGetOne, useRecordContext } from 'react-admin';
import { FieldText } from '../../shared/display/FieldText.tsx';
import { DivisionPath } from '../../shared/division/DivisionPath.tsx';
import type { Region } from '../../shared/division/RegionTree.tsx';

/** A division of which the record keeps only the code. */
export function DivisionOfCode() {
  const record = useRecordContext();
  const code: string = record?.divisionCode ?? '';
  const { data } = useGetOne<Region>('divisions', { id: code }, { enabled: code !== '' });
  return data ? <DivisionPath division={data} /> : <FieldText>{code}</FieldText>;
}
