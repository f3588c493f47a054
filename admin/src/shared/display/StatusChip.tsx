import CheckCircleOutline from '@mui/icons-material/CheckCircleOutline';
import ErrorOutline from '@mui/icons-material/ErrorOutline';
import HourglassBottom from '@mui/icons-material/HourglassBottom';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import RemoveCircleOutline from '@mui/icons-material/RemoveCircleOutline';
import { Chip } from '@mui/material';

const LOOKS = {
  good: { icon: <CheckCircleOutline />, color: 'success' },
  waiting: { icon: <HourglassBottom />, color: 'warning' },
  bad: { icon: <ErrorOutline />, color: 'error' },
  neutral: { icon: <InfoOutlined />, color: 'info' },
  off: { icon: <RemoveCircleOutline />, color: 'default' },
} as const;

export type Tone = keyof typeof LOOKS;

/** Icon and text carry the meaning; the colour only helps. */
export function StatusChip({ tone, label }: { tone: Tone; label: string }) {
  const { icon, color } = LOOKS[tone];
  return <Chip size="small" variant="outlined" icon={icon} color={color} label={label} />;
}
