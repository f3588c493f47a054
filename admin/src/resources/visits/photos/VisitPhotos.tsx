import Close from '@mui/icons-material/Close';
import NavigateBefore from '@mui/icons-material/NavigateBefore';
import NavigateNext from '@mui/icons-material/NavigateNext';
import { Box, ButtonBase, Dialog, DialogContent, DialogTitle, IconButton, Typography } from '@mui/material';
import { type KeyboardEvent, useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import type { VisitRecord } from '../visits.graphql.ts';

type Photo = VisitRecord['photos'][number];

const key = 'resources.visits.photo';

const addressOf = (photo: Photo) => `/files/${encodeURIComponent(photo.id)}`;

interface ViewerProps {
  photos: readonly Photo[];
  at: number;
  onMove: (at: number) => void;
  onClose: () => void;
}

function PhotoViewer({ photos, at, onMove, onClose }: ViewerProps) {
  const translate = useTranslate();
  const photo = photos[at];
  if (!photo) return null;
  const move = (step: number) => onMove((at + step + photos.length) % photos.length);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') move(-1);
    if (event.key === 'ArrowRight') move(1);
  };
  const title = `${photo.fileName} · ${translate(`${key}.position`, { at: at + 1, of: photos.length })}`;
  return (
    <Dialog open fullWidth maxWidth="lg" onClose={onClose} onKeyDown={onKey} aria-label={title}>
      <DialogTitle component="div" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography component="h2" variant="h6" noWrap sx={{ flexGrow: 1 }}>
          {title}
        </Typography>
        {photos.length > 1 && (
          <>
            <IconButton aria-label={translate(`${key}.previous`)} onClick={() => move(-1)}>
              <NavigateBefore />
            </IconButton>
            <IconButton aria-label={translate(`${key}.next`)} onClick={() => move(1)}>
              <NavigateNext />
            </IconButton>
          </>
        )}
        <IconButton autoFocus aria-label={translate('ra.action.close')} onClick={onClose}>
          <Close />
        </IconButton>
      </DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', placeItems: 'center', p: 1 }}>
        <Box
          component="img"
          src={addressOf(photo)}
          alt={photo.fileName}
          sx={{ maxWidth: '100%', maxHeight: '75vh', objectFit: 'contain' }}
        />
      </DialogContent>
    </Dialog>
  );
}

export function VisitPhotos() {
  const translate = useTranslate();
  const record = useRecordContext<VisitRecord>();
  const [at, setAt] = useState<number>();
  const photos = record?.photos ?? [];
  if (photos.length === 0) {
    return <Typography sx={{ color: 'text.secondary' }}>{translate(`${key}.none`)}</Typography>;
  }
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <ButtonBase
              aria-haspopup="dialog"
              aria-label={translate(`${key}.open`, { name: photo.fileName })}
              onClick={() => setAt(index)}
              sx={{ borderRadius: 1, overflow: 'hidden', border: '1px solid', borderColor: 'divider' }}
            >
              <Box
                component="img"
                src={addressOf(photo)}
                alt=""
                loading="lazy"
                sx={{ width: 132, height: 99, objectFit: 'cover', display: 'block' }}
              />
            </ButtonBase>
          </li>
        ))}
      </Box>
      {at !== undefined && (
        <PhotoViewer photos={photos} at={at} onMove={setAt} onClose={() => setAt(undefined)} />
      )}
    </>
  );
}
