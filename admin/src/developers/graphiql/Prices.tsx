import { Typography } from '@mui/material';
import { Marked } from '../Marked.tsx';
import { priceRules } from '../price-rules.ts';
import { useText } from '../text.ts';

export function Prices() {
  const text = useText();
  return (
    <ul>
      {priceRules.map((rule) => (
        <Typography component="li" key={rule[1]}>
          <Marked text={text(rule)} />
        </Typography>
      ))}
    </ul>
  );
}
