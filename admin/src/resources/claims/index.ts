import VolunteerActivismOutlined from '@mui/icons-material/VolunteerActivismOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { claimDocuments } from './claims.graphql.ts';
import { claimMessages } from './claims.messages.ts';

export const claimsResource = defineResource({
  name: 'claims',
  messages: claimMessages,
  menu: { group: 'funds', icon: VolunteerActivismOutlined },
  rights: { read: 'claim.read', write: 'claim.write' },
  documents: claimDocuments,
  pages: {
    list: async () => (await import('./ClaimList.tsx')).ClaimList,
    show: async () => (await import('./show/ClaimShow.tsx')).ClaimShow,
    create: async () => (await import('./ClaimCreate.tsx')).ClaimCreate,
  },
  recordRepresentation: 'personName',
  exports: [{ type: 'Claim', list: 'claims' }],
  recordType: 'Claim',
  audit: {
    actions: {
      openClaim: ['登记救助申请', 'Opened a claim'],
      updateClaim: ['修改救助申请', 'Changed a claim'],
      explainResidue: ['说明分担差额', 'Explained a residue'],
      submitClaim: ['提交救助申请', 'Submitted a claim'],
      checkClaim: ['审核救助申请', 'Checked a claim'],
      sendToInsurer: ['救助申请转保险公司', 'Sent a claim to the insurer'],
      assessClaim: ['登记查勘结果', 'Assessed a claim'],
      withdrawClaim: ['撤回救助申请', 'Withdrew a claim'],
    },
  },
});
