import { FieldText } from './FieldText.tsx';
import { formatMoney } from './money.ts';

/** The one place where an amount becomes text. */
export function MoneyText({ amount, strong }: { amount: string | null | undefined; strong?: boolean }) {
  return (
    <FieldText noWrap sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: strong ? 600 : undefined }}>
      {amount ? formatMoney(amount) : '—'}
    </FieldText>
  );
}
