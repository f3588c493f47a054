import { StatusChip, type Tone } from '../display/StatusChip.tsx';
import { type ScreenCodes, useCodeLabel } from './codes.ts';

interface CodeChipProps {
  list: ScreenCodes;
  tones: Readonly<Record<string, Tone>>;
  code: string | null | undefined;
}

export function CodeChip({ list, tones, code }: CodeChipProps) {
  const label = useCodeLabel(list);
  if (!code) return <>—</>;
  return <StatusChip tone={tones[code] ?? 'neutral'} label={label(code)} />;
}
