import { type ScreenCodes, useCodeLabel } from '../../shared/codes/codes.ts';
import { StatusChip, type Tone } from '../../shared/display/StatusChip.tsx';

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
