import { useFieldValue } from 'react-admin';
import { MoneyText } from './MoneyText.tsx';

/** An amount of the record. */
export function MoneyField(props: { source: string }) {
  return <MoneyText amount={useFieldValue(props)} />;
}
