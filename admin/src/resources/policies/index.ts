import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { policyDocuments } from './policies.graphql.ts';
import { policyMessages } from './policies.messages.ts';

export const policiesResource = defineResource({
  name: 'policies',
  messages: policyMessages,
  menu: { group: 'funds', icon: GavelOutlined },
  rights: { read: 'policy.read', write: 'policy.write' },
  documents: policyDocuments,
  pages: {
    list: async () => (await import('./PolicyList.tsx')).PolicyList,
    show: async () => (await import('./PolicyShow.tsx')).PolicyShow,
    create: async () => (await import('./PolicyCreate.tsx')).PolicyCreate,
    edit: async () => (await import('./PolicyEdit.tsx')).PolicyEdit,
  },
  recordRepresentation: 'name',
  recordType: 'ReliefPolicy',
  exports: [{ type: 'ReliefPolicy', list: 'reliefPolicies' }],
  referencedBy: ['policyId'],
  audit: {
    actions: {
      draftPolicy: ['起草救助政策', 'Relief policy drafted'],
      updatePolicy: ['修改救助政策', 'Relief policy edited'],
      proposePolicy: ['救助政策提请审批', 'Relief policy proposed'],
      decidePolicy: ['审批救助政策', 'Relief policy decided'],
      loadSamplePolicies: ['载入样例政策', 'Sample policies loaded'],
      endPolicy: ['结束救助政策', 'Relief policy ended'],
    },
  },
});
