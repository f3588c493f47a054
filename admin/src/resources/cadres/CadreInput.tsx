import { Box, Typography } from '@mui/material';
import {
  AutocompleteInput,
  FormDataConsumer,
  type RaRecord,
  ReferenceInput,
  useGetOne,
  useRecordContext,
  useTranslate,
  type Validator,
} from 'react-admin';
import { LoadBar } from './LoadBar.tsx';
import { useLoadLimit } from './useLoadLimit.ts';

interface CadreInputProps {
  source: string;
  label: string;
  countyCode: string | undefined;
  validate?: Validator;
  /** A cadre who is no choice, such as the one who leaves. */
  without?: string;
}

const workplaceOf = (cadre: RaRecord) =>
  [cadre.organization?.name, cadre.jobTitle].filter(Boolean).join(' ') || cadre.division?.name;

function CadreOption() {
  const cadre = useRecordContext();
  if (!cadre) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, width: '100%' }}>
      <Box sx={{ flex: '1 1 160px', minWidth: 0 }}>
        <Typography component="span">{cadre.name}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {workplaceOf(cadre)}
        </Typography>
      </Box>
      <Box sx={{ flex: '0 1 140px' }}>
        <LoadBar load={cadre.load} countyCode={cadre.countyCode} />
      </Box>
    </Box>
  );
}

/** The limit is told before the choice is sent, and the server has the last word. */
function LoadHint({ id, countyCode }: { id: string; countyCode: string | undefined }) {
  const translate = useTranslate();
  const max = useLoadLimit(countyCode);
  const { data: cadre } = useGetOne('cadres', { id });
  if (!cadre || max === undefined || cadre.load < max) return null;
  return (
    <Typography variant="body2" role="status" sx={{ color: 'warning.main', mb: 1 }}>
      {translate('resources.cadres.load.full', { max })}
    </Typography>
  );
}

const option = <CadreOption />;
const inputText = (cadre: RaRecord) => [cadre.name, workplaceOf(cadre)].filter(Boolean).join(' · ');
const toQuery = (search: string) => ({ search });
const anyOfThem = () => true;

/** A cadre in post, found by name or initials, each with the households they have already. */
export function CadreInput({ source, label, countyCode, validate, without }: CadreInputProps) {
  return (
    <>
      <ReferenceInput
        source={source}
        reference="cadres"
        filter={{ status: ['ACTIVE'], divisionCode: countyCode }}
        sort={{ field: 'name', order: 'ASC' }}
        perPage={25}
      >
        <AutocompleteInput
          label={label}
          validate={validate}
          optionText={option}
          inputText={inputText}
          filterToQuery={toQuery}
          matchSuggestion={anyOfThem}
          getOptionDisabled={(cadre: RaRecord) => cadre.id === without}
        />
      </ReferenceInput>
      <FormDataConsumer>
        {({ formData }) => formData[source] && <LoadHint id={formData[source]} countyCode={countyCode} />}
      </FormDataConsumer>
    </>
  );
}
