import { useGetOne, useRecordContext } from 'react-admin';
import { FieldText } from '../display/FieldText.tsx';
import { DivisionPath } from './DivisionPath.tsx';
import type { Region } from './RegionTree.tsx';

/** A division of which the record holds only the code. */
export function DivisionOfCode() {
  const record = useRecordContext();
  const code: string = record?.divisionCode ?? '';
  const { data } = useGetOne<Region>('divisions', { id: code }, { enabled: code !== '' });
  return data ? <DivisionPath division={data} /> : <FieldText>{code}</FieldText>;
}
