import { Box, Link as MuiLink } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { shortPath } from '../../../shared/division/DivisionPath.tsx';
import { PageLink } from '../../../shared/record/RecordLink.tsx';
import type { BoardLine } from '../board.graphql.ts';
import { nameOfLine } from '../numbers/columns.ts';

/** A division opens its own board; a cadre opens their page. */
export function BoardRowName({ line }: { line: BoardLine }) {
  const translate = useTranslate();
  const { cadre, division, filter } = line;
  if (cadre) {
    return (
      <>
        <PageLink resource="cadres" id={cadre.id} text={cadre.name} />
        <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: '0.8125rem' }}>
          {cadre.organization?.name}
        </Box>
      </>
    );
  }
  if (!division) return <>{nameOfLine(line) || translate('resources.board.all')}</>;
  const address = new URLSearchParams({ period: filter.period, division: division.code });
  return (
    <MuiLink component={Link} to={`/board?${address}`} title={division.path}>
      {shortPath(division)}
    </MuiLink>
  );
}
