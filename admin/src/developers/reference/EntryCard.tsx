import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import { memo, useEffect, useRef } from 'react';
import { type Right, rights } from '#schema/codes/rights.ts';
import { Marked } from '../Marked.tsx';
import { type Both, useText } from '../text.ts';
import type { Entry } from './entries.ts';
import { Deprecation, PartList, TypeName } from './PartList.tsx';

const openToAll: Both = ['不需要', 'None'];

function RightOf({ right }: { right: string }) {
  const text = useText();
  const known = Object.hasOwn(rights, right) ? rights[right as Right] : null;
  return (
    <Typography variant="body2">
      {text(['所需权限：', 'Right: '])}
      {known ? (
        <>
          <code>{right}</code> ({text([known.zh, known.en])})
        </>
      ) : (
        text(openToAll)
      )}
    </Typography>
  );
}

interface EntryCardProps {
  entry: Entry;
  isOpen: boolean;
  onToggle: (name: string) => void;
}

/** A closed entry renders no content: the whole API at once would be slow on a phone. */
export const EntryCard = memo(function EntryCard({ entry, isOpen, onToggle }: EntryCardProps) {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const isOperation = entry.gives !== null;
  const label = isOperation ? text(['参数', 'Arguments']) : text(['字段', 'Fields']);
  return (
    <Accordion
      ref={place}
      disableGutters
      expanded={isOpen}
      onChange={() => onToggle(entry.name)}
      slotProps={{ transition: { unmountOnExit: true, timeout: 0 }, heading: { component: 'h3' } }}
      sx={{ scrollMarginTop: 64 }}
    >
      <AccordionSummary expandIcon={<ExpandMore />} sx={{ minHeight: 40 }}>
        <Box component="code" sx={{ overflowWrap: 'anywhere' }}>
          {entry.name}
        </Box>
      </AccordionSummary>
      <AccordionDetails sx={{ pt: 0 }}>
        <Typography variant="body2" lang="en" sx={{ whiteSpace: 'pre-line', mb: 1 }}>
          <Marked text={entry.description} />
        </Typography>
        <Deprecation reason={entry.deprecation} />
        {entry.right && <RightOf right={entry.right} />}
        {entry.gives && (
          <Typography variant="body2" sx={{ mb: 1 }}>
            {text(['返回：', 'Gives: '])}
            <TypeName part={entry.gives} />
          </Typography>
        )}
        <PartList parts={entry.parts} label={label} />
      </AccordionDetails>
    </Accordion>
  );
});
