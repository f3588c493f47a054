import MyLocation from '@mui/icons-material/MyLocation';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { TextInput, useInput, useTranslate } from 'react-admin';
import { usePlaceText } from './place.ts';

const key = 'resources.visits.place';
const PATIENCE_MS = 15_000;

const position = () =>
  new Promise<GeolocationPosition>((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, {
      enableHighAccuracy: true,
      timeout: PATIENCE_MS,
    }),
  );

/** A location is optional: without one the visit is logged all the same, preferably with a reason. */
export function PlaceInput() {
  const translate = useTranslate();
  const text = usePlaceText();
  const latitude = useInput({ source: 'latitude' }).field;
  const longitude = useInput({ source: 'longitude' }).field;
  const accuracy = useInput({ source: 'accuracyMetres' }).field;
  const reason = useInput({ source: 'noLocationReason' }).field;
  const [state, setState] = useState<'idle' | 'asking' | 'denied'>('idle');
  const isKnown = typeof latitude.value === 'number' && typeof longitude.value === 'number';

  const put = (place: { latitude: number; longitude: number; accuracy: number } | null) => {
    latitude.onChange(place?.latitude ?? null);
    longitude.onChange(place?.longitude ?? null);
    accuracy.onChange(place ? Math.round(place.accuracy) : null);
    if (place) reason.onChange(null);
  };
  const locate = async () => {
    setState('asking');
    try {
      put((await position()).coords);
      setState('idle');
    } catch {
      setState('denied');
    }
  };

  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, my: 1 }}>
        <Button
          size="small"
          variant="outlined"
          startIcon={<MyLocation />}
          disabled={state === 'asking'}
          onClick={locate}
        >
          {translate(state === 'asking' ? `${key}.locating` : `${key}.locate`)}
        </Button>
        {isKnown && (
          <Button size="small" onClick={() => put(null)}>
            {translate(`${key}.clear`)}
          </Button>
        )}
        <Typography variant="body2" role="status">
          {isKnown &&
            text({
              latitude: latitude.value,
              longitude: longitude.value,
              accuracyMetres: accuracy.value,
            })}
          {!isKnown && state === 'denied' && translate(`${key}.denied`)}
        </Typography>
      </Box>
      {!isKnown && (
        <TextInput
          source="noLocationReason"
          helperText={false}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
      )}
    </>
  );
}
