import { Box, Link as MuiLink, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { Marked } from '../Marked.tsx';
import { type Both, useText } from '../text.ts';
import type { Part } from './entries.ts';

const builtIn = new Set(['', 'ID', 'Int', 'Float', 'String', 'Boolean']);

/** The type as written, as a link to its explanation. */
export function TypeName({ part }: { part: Pick<Part, 'type' | 'leadsTo'> }) {
  if (builtIn.has(part.leadsTo)) return <code>{part.type}</code>;
  return (
    <MuiLink component={Link} to={`/developers/reference?type=${part.leadsTo}`} underline="always">
      <code>{part.type}</code>
    </MuiLink>
  );
}

const deprecated: Both = ['已弃用：', 'Deprecated: '];

export function Deprecation({ reason }: { reason: string | null }) {
  const text = useText();
  if (reason === null) return null;
  return (
    <Typography variant="body2" sx={{ color: 'error.main' }}>
      {text(deprecated)}
      {reason}
    </Typography>
  );
}

/** Fields, arguments or values: name and type on one line, what it is below. */
export function PartList({ parts, label }: { parts: readonly Part[]; label: string }) {
  if (parts.length === 0) return null;
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {parts.map((part) => (
        <Box
          component="li"
          key={part.name}
          sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}
        >
          <Box component="strong" sx={{ mr: 1 }}>
            <code>{part.name}</code>
          </Box>
          {part.type && <TypeName part={part} />}
          {part.defaultsTo !== undefined && <code> = {part.defaultsTo}</code>}
          {part.description && (
            <Typography variant="body2" lang="en" sx={{ color: 'text.secondary' }}>
              <Marked text={part.description} />
            </Typography>
          )}
          <Deprecation reason={part.deprecation} />
          {part.args.length > 0 && (
            <Box sx={{ pl: 2, mt: 0.5 }}>
              <PartList parts={part.args} label={`${part.name}()`} />
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
