import { expect, it } from 'vitest';
import { mayBeSeveralNames } from './names.rules.ts';
import { remarkIn } from './remarks-in-names.rules.ts';

const split = (text: string) => text.split(' ');
const read = (texts: string) => split(texts).map((text) => [text, remarkIn(text)]);
const all = (texts: string, remark: ReturnType<typeof remarkIn>) =>
  split(texts).map((text) => [text, remark]);

it.each([
  [
    'END',
    '张三（已故） 张三(亡) 张三〔故〕 张三[去世] 张三已故 张三亡 张小三病故 张三死亡 张三（2026年3月死亡） 张三已销户 张三迁出 ' +
      '（已故）张三 已故张三 欧阳修已故 张三(作废 已故 李二助（调离） 李二助(退休) 李二助(已调走) 阿卜杜拉·买买提（已故）',
  ],
  ['OTHER_PERSON', '车甲仁(原李二助) 车甲仁（李二助协助） 车甲仁(李二助) 车甲仁（现李二助） 原李二助'],
  ['MARK', '张伟(2) 张伟(甲) 张三1 张三２ 张伟（大） 成员1 李1 张伟2号'],
  [
    'REMARK',
    '张三（户主） 张三已搬迁 张三户主 张三(低保户) 张三（组长） 户主张三 1张三 张三(大)(残疾) 李四(原名李五)',
  ],
  [
    null,
    '张三 王和平 欧阳修 陈方安生 阿卜杜拉·买买提 努尔·买买提江 古丽巴哈尔 李故 故甲 卒某 陈温故 王已 项新生儿 未取名 (暂未取名) 项甲之女 ' +
      '项甲之子2 项新生儿(大) 原野 前进 Smith 万里 安死 户某 和某 张无忌 李不染 司马迁 高迁 何去非 王终 单解',
  ],
] as const)('finds the remark beside a name: %s', (remark, texts) => {
  expect(read(texts)).toEqual(all(texts, remark));
});

it('reads two names with a dot between as two, and a name of several parts as one', () => {
  const names = (texts: string) => split(texts).filter(mayBeSeveralNames);
  expect(names('车甲仁·李二助 王三·李四 欧阳修·张三')).toHaveLength(3);
  expect(
    names('阿卜杜拉·买买提 努尔·买买提 古力·米娜 买买提·艾力 白玛·央金 卡哈尔·马木提 迪丽热巴·迪力木拉提'),
  ).toEqual([]);
});
