import AddPhotoAlternateOutlined from '@mui/icons-material/AddPhotoAlternateOutlined';
import Close from '@mui/icons-material/Close';
import { Box, Button, FormHelperText, IconButton, LinearProgress } from '@mui/material';
import { type ChangeEvent, useRef } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { type Upload, useUploads } from './useUploads.ts';

const key = 'resources.visits.photo';
const MOST = 9;

const tile = {
  position: 'relative',
  width: 132,
  border: '1px solid',
  borderColor: 'divider',
  borderRadius: 1,
  overflow: 'hidden',
  bgcolor: 'background.paper',
} as const;

function Tile({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const translate = useTranslate();
  const { name, preview, id, failure } = upload;
  return (
    <Box component="li" sx={{ ...tile, borderColor: failure ? 'error.main' : 'divider' }}>
      <Box
        component="img"
        src={preview}
        alt={name}
        sx={{ width: '100%', height: 99, objectFit: 'cover', display: 'block' }}
      />
      {!id && !failure && <LinearProgress aria-label={translate(`${key}.sending`)} />}
      {failure && (
        <FormHelperText error sx={{ px: 0.5 }}>
          {translate(`${key}.failed`, { reason: translate(failure) })}
        </FormHelperText>
      )}
      <IconButton
        size="small"
        aria-label={translate(`${key}.remove`, { name })}
        onClick={onRemove}
        sx={{ position: 'absolute', top: 2, right: 2, bgcolor: 'background.paper', border: '1px solid' }}
      >
        <Close fontSize="small" />
      </IconButton>
    </Box>
  );
}

interface PhotosInputProps {
  countyCode: string | undefined;
  /** How many photos the visit has already. */
  kept?: number;
}

/** New photos of a visit, at most nine in all. */
export function PhotosInput({ countyCode, kept = 0 }: PhotosInputProps) {
  const translate = useTranslate();
  const chooser = useRef<HTMLInputElement>(null);
  const isSending = useRef(false);
  const { field, fieldState } = useInput({
    source: 'photoIds',
    defaultValue: [],
    validate: () => (isSending.current ? `${key}.sending` : undefined),
  });
  const { uploads, add, remove, ...state } = useUploads(field.onChange);
  isSending.current = state.isSending;
  const room = MOST - kept - uploads.length;
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    if (countyCode && target.files) add([...target.files].slice(0, room), countyCode);
    // Allows choosing the same file again after it was removed.
    target.value = '';
  };
  const error = fieldState.error?.message;
  return (
    <>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          my: 1,
          p: 0,
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'flex-start',
          gap: 1,
        }}
      >
        {uploads.map((upload) => (
          <Tile key={upload.key} upload={upload} onRemove={() => remove(upload.key)} />
        ))}
      </Box>
      <input
        ref={chooser}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
        multiple
        hidden
        aria-label={translate(`${key}.add`)}
        onChange={choose}
      />
      <Button
        size="small"
        variant="outlined"
        startIcon={<AddPhotoAlternateOutlined />}
        disabled={!countyCode || room <= 0}
        onClick={() => chooser.current?.click()}
      >
        {translate(`${key}.add`)}
      </Button>
      <FormHelperText error={Boolean(error)} role={error ? 'alert' : undefined}>
        {translate(error ?? (countyCode ? `${key}.hint` : `${key}.householdFirst`))}
      </FormHelperText>
    </>
  );
}
