import { Typography } from '@mui/material';
import type { Cost } from './ask.ts';
import { useText } from './text.ts';

/** `extensions.cost` of the last answer in words; nothing before the first. */
export function PriceOfAnswer({ cost }: { cost: Cost | null }) {
  const text = useText();
  const parts = Object.entries(cost ?? {}).filter(([, value]) => typeof value !== 'object');
  return (
    <Typography component="p" variant="body2" role="status" sx={{ color: 'text.secondary', minHeight: 20 }}>
      {parts.length > 0 &&
        `${text(['上次查询的价格：', 'Price of the last answer: '])}${parts.map(([name, value]) => `${name} ${value}`).join(' · ')}`}
    </Typography>
  );
}
