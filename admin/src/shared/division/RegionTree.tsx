import ChevronRight from '@mui/icons-material/ChevronRight';
import ExpandMore from '@mui/icons-material/ExpandMore';
import { Box, Button, CircularProgress, IconButton, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';

export interface Region {
  id: string;
  code: string;
  name: string;
  path: string;
  level?: string;
}

interface RegionTreeProps {
  roots: readonly Region[];
  selected?: string;
  onSelect: (region: Region) => void;
  /** Only divisions of this level can be chosen; others only expand. */
  level?: string;
}

const VILLAGE_CODE_LENGTH = 12;
const list = { listStyle: 'none', m: 0, p: 0 } as const;

function Children({ parent, ...tree }: { parent: Region } & Omit<RegionTreeProps, 'roots'>) {
  const translate = useTranslate();
  const { data, isPending, error } = useGetList<Region>('divisions', {
    filter: { parentCode: parent.code },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'code', order: 'ASC' },
  });
  if (isPending) return <CircularProgress size={16} sx={{ ml: 5, my: 0.5 }} />;
  if (error || data.length === 0) {
    return (
      <Typography variant="body2" sx={{ pl: 5, color: 'text.secondary' }}>
        {translate(error ? error.message : 'bangfu.division.empty')}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ ...list, pl: 3 }}>
      {data.map((region) => (
        <Branch key={region.code} region={region} open={data.length === 1} {...tree} />
      ))}
    </Box>
  );
}

function Branch({
  region,
  open = false,
  ...tree
}: { region: Region; open?: boolean } & Omit<RegionTreeProps, 'roots'>) {
  const translate = useTranslate();
  const isLeaf = region.code.length >= VILLAGE_CODE_LENGTH;
  const [isOpen, setOpen] = useState(open && !isLeaf);
  const isSelected = region.code === tree.selected;
  const verb = translate(isOpen ? 'ra.action.close' : 'ra.action.expand');
  return (
    <li>
      <Box sx={{ display: 'flex', alignItems: 'center', pl: isLeaf ? 4 : 0 }}>
        {!isLeaf && (
          <IconButton
            size="small"
            aria-expanded={isOpen}
            aria-label={`${verb} ${region.name}`}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <ExpandMore fontSize="small" /> : <ChevronRight fontSize="small" />}
          </IconButton>
        )}
        <Button
          size="small"
          variant={isSelected ? 'contained' : 'text'}
          aria-pressed={isSelected}
          onClick={() =>
            tree.level && region.level !== tree.level ? setOpen(!isOpen) : tree.onSelect(region)
          }
          sx={{ justifyContent: 'flex-start', minHeight: 32, color: isSelected ? undefined : 'text.primary' }}
        >
          {region.name}
        </Button>
      </Box>
      {isOpen && <Children parent={region} {...tree} />}
    </li>
  );
}

/** Divisions from the user's own down; children are loaded when a branch is expanded. */
export function RegionTree({ roots, ...tree }: RegionTreeProps) {
  return (
    <Box component="ul" sx={list}>
      {roots.map((region) => (
        <Branch key={region.code} region={region} open={roots.length === 1} {...tree} />
      ))}
    </Box>
  );
}
