import AccountTree from '@mui/icons-material/AccountTree';
import Clear from '@mui/icons-material/Clear';
import { IconButton, InputAdornment, Popover, TextField } from '@mui/material';
import { useState } from 'react';
import { FieldTitle, InputHelperText, useGetOne, useInput, useTranslate, type Validator } from 'react-admin';
import { type Region, RegionTree } from './RegionTree.tsx';
import { useRegionRoots } from './useRegionRoots.ts';

interface DivisionInputProps {
  source: string;
  label?: string;
  validate?: Validator | Validator[];
  /** For a list's filters: stays in the bar. */
  alwaysOn?: boolean;
  helperText?: string | false;
  /** Only divisions of this level can be chosen. */
  level?: 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';
}

/** Holds the division's code; the field shows its name, the popup the tree. */
export function DivisionInput({ source, label, validate, helperText, level }: DivisionInputProps) {
  const translate = useTranslate();
  const roots = useRegionRoots();
  const { id, field, fieldState, isRequired } = useInput({ source, validate });
  const [anchor, setAnchor] = useState<Element | null>(null);
  const code: string = field.value ?? '';
  const { data: division } = useGetOne<Region>('divisions', { id: code }, { enabled: code !== '' });
  const pick = (region: Region) => {
    field.onChange(region.code);
    setAnchor(null);
  };
  const clear = (
    <IconButton
      size="small"
      aria-label={translate('bangfu.division.clear')}
      onClick={() => field.onChange('')}
    >
      <Clear fontSize="small" />
    </IconButton>
  );
  const open = (
    <IconButton
      size="small"
      aria-label={translate('bangfu.division.pick')}
      aria-haspopup="dialog"
      onClick={(event) => setAnchor(event.currentTarget.closest('.MuiTextField-root'))}
    >
      <AccountTree fontSize="small" />
    </IconButton>
  );
  return (
    <>
      <TextField
        id={id}
        label={
          <FieldTitle label={label ?? 'bangfu.division.label'} source={source} isRequired={isRequired} />
        }
        value={code === '' ? '' : (division?.name ?? code)}
        error={fieldState.invalid}
        helperText={
          helperText === false && !fieldState.invalid ? undefined : (
            <InputHelperText error={fieldState.error?.message} helperText={helperText} />
          )
        }
        sx={{ minWidth: 200 }}
        slotProps={{
          htmlInput: { readOnly: true, title: division?.path },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                {code !== '' && clear}
                {open}
              </InputAdornment>
            ),
          },
        }}
      />
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': translate('bangfu.division.pick'),
            sx: { p: 1, minWidth: 280, maxHeight: '60vh' },
          },
        }}
      >
        <RegionTree roots={roots} selected={code} onSelect={pick} level={level} />
      </Popover>
    </>
  );
}
