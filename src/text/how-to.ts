import type { Locale } from '../bundle/bundle.ts';

interface Card {
  readonly title: string;
  readonly text: string;
}

/** How it is played, in five cards. */
export const HOW_TO: Readonly<Record<Locale, readonly Card[]>> = {
  en: [
    {
      title: 'One capital is yours',
      text: 'At each stop something lies open. Choose one answer and commit; the other capitals move, and the weeks go on to the next stop.',
    },
    {
      title: 'Readings are never added up',
      text: 'What lifts one may lower another. Touch any gauge, seal, capital or ship: it opens to what it is, its number, and what moved it.',
    },
    {
      title: 'Answers stand side by side',
      text: 'Each is measured against the cheapest, with the same luck. An arrow says what it would raise or lower; an empty cell, that there is no difference.',
    },
    {
      title: 'Capitals answer, and remember',
      text: 'What you do is heard, and answered kindly, firmly or with silence. The chart plays the answers one by one; what was done weeks ago still weighs.',
    },
    {
      title: 'Nothing is graded',
      text: 'Open any change to see why, down to the paragraph it comes from. At the end you see what was hidden, what was luck, and which doors stayed shut.',
    },
  ],
  vi: [
    {
      title: 'Bạn quyết cho một thủ đô',
      text: 'Ở mỗi điểm dừng có một việc phải trả lời. Chọn một phương án rồi chốt; các nước đi bước của mình, rồi thời gian trôi đến điểm dừng sau.',
    },
    {
      title: 'Các chỉ số không cộng lại',
      text: 'Được mặt này có thể mất mặt kia. Chạm vào chỉ số, con dấu, thủ đô hay con tàu để xem đó là gì, đang ở mức nào và vì sao thay đổi.',
    },
    {
      title: 'So các phương án với nhau',
      text: 'Mọi phương án được so với phương án rẻ nhất, trong cùng điều kiện may rủi. Mũi tên cho biết cái gì tăng, cái gì giảm; ô trống là không khác.',
    },
    {
      title: 'Các nước đáp lại, và nhớ',
      text: 'Việc bạn làm có người nghe, rồi đáp lại tử tế, cứng rắn hoặc im lặng. Bản đồ chiếu từng lời đáp; việc cũ nhiều tuần sau vẫn còn nặng.',
    },
    {
      title: 'Không ai chấm điểm',
      text: 'Mở một thay đổi ra để xem vì sao, đến tận đoạn văn làm căn cứ. Cuối ván sẽ rõ điều gì được giấu, điều gì do may rủi và cánh cửa nào đã đóng.',
    },
  ],
};
