import { type LinkProps, Link as MuiLink, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { listAddress } from '../../../shared/record/ListOfHousehold.tsx';
import { type BoardFilter, type BoardNumber, drillOf } from '../numbers/drill.ts';

interface NumberLinkProps {
  number: BoardNumber;
  /** Null where the user may not see the number. */
  value: number | null;
  filter: BoardFilter;
  /** Added to the accessible name: whose number it is. */
  name: string;
  sx?: LinkProps['sx'];
}

/** A number that links to the list it counts. */
export function NumberLink({ number, value, filter, name, sx }: NumberLinkProps) {
  const translate = useTranslate();
  if (value === null) return <Typography component="span">—</Typography>;
  const drill = drillOf(number, filter);
  const label = translate(`resources.board.numbers.${number}`);
  const text = value.toLocaleString('en-US');
  return (
    <MuiLink
      component={Link}
      to={listAddress(drill.resource, drill.filter)}
      aria-label={`${name} ${label} ${text}`}
      sx={{
        fontVariantNumeric: 'tabular-nums',
        color: value === 0 ? 'text.secondary' : 'primary.main',
        ...sx,
      }}
    >
      {text}
    </MuiLink>
  );
}
