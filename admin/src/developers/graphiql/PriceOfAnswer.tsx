import { Typography } from '@mui/material';
import { type Both, useText } from '../text.ts';
import type { Cost } from './send-document.ts';

const words: Readonly<Record<string, Both>> = {
  price: ['价格', 'price'],
  limit: ['上限', 'limit'],
};

/** `extensions.cost` of the last answer in words; nothing before the first. */
export function PriceOfAnswer({ cost }: { cost: Cost | null }) {
  const text = useText();
  const parts = Object.entries(cost ?? {}).filter(([, value]) => typeof value !== 'object');
  return (
    <Typography
      component="p"
      variant="body2"
      role="status"
      sx={{ color: 'text.secondary', minHeight: 20, my: 0.5 }}
    >
      {parts.length > 0 &&
        `${text(['上次查询：', 'Last answer: '])}${parts.map(([name, value]) => `${text(words[name] ?? [name, name])} ${value}`).join(' · ')}`}
    </Typography>
  );
}
