import { useTranslate } from 'react-admin';

interface Place {
  latitude?: number | null;
  longitude?: number | null;
  accuracyMetres?: number | null;
  noLocationReason?: string | null;
}

const DECIMALS = 5;

/** Five decimals are about a metre, more precise than a phone. */
export function usePlaceText(): (place: Place) => string {
  const translate = useTranslate();
  return ({ latitude, longitude, accuracyMetres, noLocationReason }) => {
    if (typeof latitude !== 'number' || typeof longitude !== 'number') {
      return noLocationReason || translate('resources.visits.place.none');
    }
    return translate('resources.visits.place.found', {
      lat: latitude.toFixed(DECIMALS),
      lon: longitude.toFixed(DECIMALS),
      metres: accuracyMetres ?? '?',
    });
  };
}
