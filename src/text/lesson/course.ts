import type { Locale } from '../../bundle/bundle.ts';

interface Part {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A row of the rubric: what it is of, and what stands for 0, 1, 2 and 3. */
interface RubricRow {
  readonly of: string;
  readonly levels: readonly [string, string, string, string];
}

interface Term {
  readonly term: string;
  readonly sense: string;
}

/** What the other sheets of `teach/` say beside what the scenarios do. */
export interface CourseWords {
  readonly files: Readonly<Record<'course' | 'roles' | 'ballots' | 'marking' | 'finder', string>>;
  readonly course: {
    readonly lead: string;
    readonly parts: readonly Part[];
    readonly syllabus: {
      readonly title: string;
      readonly head: readonly [string, string, string];
      readonly rows: readonly (readonly [string, string, string])[];
    };
    readonly glossary: { readonly title: string; readonly lead: string; readonly terms: readonly Term[] };
    readonly cite: { readonly title: string; readonly lines: readonly string[] };
  };
  readonly roles: {
    readonly lead: string;
    readonly scenario: string;
    readonly voice: string;
    readonly firm: string;
    readonly room: Part;
    readonly swap: string;
  };
  readonly qr: { readonly scan: string; readonly none: string; readonly label: string };
  readonly ballots: {
    readonly lead: string;
    readonly decision: string;
    readonly card: string;
    readonly dissent: string;
    readonly why: string;
    readonly alias: string;
    readonly commitment: { readonly title: string; readonly lead: string; readonly asks: readonly string[] };
    readonly exit: { readonly title: string; readonly lead: string; readonly asks: readonly string[] };
    readonly home: { readonly title: string; readonly lead: string; readonly asks: readonly string[] };
  };
  readonly marking: {
    readonly lead: string;
    readonly rubric: string;
    readonly row: string;
    readonly rows: readonly RubricRow[];
    readonly time: Part;
    readonly exit: Part;
    readonly key: string;
    readonly keyLead: string;
    readonly keyHead: readonly [string, string, string];
    readonly alike: string;
  };
  readonly finder: {
    readonly lead: string;
    readonly head: readonly [string, string, string];
    readonly of: string;
    readonly none: string;
    readonly statuses: string;
  };
}

export const COURSE: Readonly<Record<Locale, CourseWords>> = {
  en: {
    files: {
      course: 'Course notes',
      roles: 'Role packets',
      ballots: 'Ballots and writing sheets',
      marking: 'Marking and key',
      finder: 'Paragraph finder',
    },
    course: {
      lead: 'What a lesson is for, where it fits into a course, what everyone needs to take part, what the words mean, and how to cite it.',
      parts: [
        {
          title: 'Objectives',
          lines: [
            'Explain a foreign-policy choice by what it gave up, not only by what it gained.',
            'Tell hedging, partnership and alliance apart by what each side is bound to do.',
            'Hold two published readings of one case against it, and say what would count against each.',
            'Forecast in odds, and learn from a forecast that failed without blaming luck for all of it or none.',
            'Cite a source by paragraph and with the weight the passage bears: asserted, alleged, interpreted, predicted.',
          ],
        },
        {
          title: 'For everyone',
          lines: [
            'Every screen works by keyboard alone and with a screen reader; headings, tables and buttons say what they are. P pauses, N skips, E adds time, U undoes, B opens the brief again.',
            'Corners and cards have letters, shapes and numbers; nothing is told by colour alone. Text and lines have enough contrast in both themes.',
            'Motion stops where the device asks for less of it. Text can be doubled in size without anything being cut off; the page works from a phone to a projector.',
            'The clock never decides: it can be paused or lengthened for anyone who needs more time to read, and writing may be done by voice, by somebody else’s hand or on paper.',
            'Whoever cannot or would not stand in a corner votes from the seat with a paper ballot; watching is a role. Nobody must speak for a state that their family has to do with.',
            'Known to be short: the chart is a picture with its names as text, and what moves on it is told in the list of moves; these sheets are HTML, so that size and colours can be changed before printing.',
          ],
        },
        {
          title: 'Before you teach it',
          lines: [
            'The texts are about living disputes. Claims stand as their authors’, alleged ones as alleged; details at sea and at the gates are invented where they are marked so.',
            'A game is one draw from rules that somebody wrote. It is evidence for neither article.',
          ],
        },
      ],
      syllabus: {
        title: 'Syllabus block: two meetings and one page at home',
        head: ['When', 'What', 'To hand in'],
        rows: [
          ['Before', 'Both articles, with the paragraph finder; the glossary.', 'One sentence each: what does the author hold decisive?'],
          ['Meeting 1, 90 min', 'Alliance lab (20), then the cut of 50 minutes with its debrief.', 'Exit ticket: three questions.'],
          [
            'At home',
            'The class code once more, alone, with one decision changed.',
            '300 words: choice, prediction, ground, strongest objection.',
          ],
          [
            'Meeting 2, 90 min',
            'Groups under one new class code; compare on the projector; the lens swapped.',
            'Reasons before two decisions.',
          ],
        ],
      },
      glossary: {
        title: 'Glossary',
        lead: 'The words as the field uses them, and what the game makes of them.',
        terms: [
          {
            term: 'hedging',
            sense:
              'Under uncertainty, doing things that offset each other so as to keep a fallback and take no side. In the game: an answer that keeps every door open; it can fail.',
          },
          { term: 'partnership', sense: 'Work together on named matters without a duty to defend each other.' },
          {
            term: 'alliance',
            sense:
              'A formal promise of support, above all of force, against a third party; whether a given treaty is one may itself be disputed.',
          },
          { term: 'alignment', sense: 'Taking the side of another state in its contest with a third, with or without a treaty.' },
          {
            term: 'non-alignment',
            sense: 'A declared policy of joining no military bloc. It is not neutrality, which is a legal status in war.',
          },
          {
            term: 'balance of threat',
            sense: 'States answer threat rather than power alone: strength, nearness, offensive means and perceived intent.',
          },
          {
            term: 'omnibalancing',
            sense: 'Leaders weigh threats to their rule at home beside threats from abroad, and may lean on one against the other.',
          },
          { term: 'security dilemma', sense: 'What one side does to be safer makes the other less safe, though neither means harm.' },
          { term: 'deterrence', sense: 'Keeping another from acting by what it would cost it.' },
          { term: 'reassurance', sense: 'Keeping another from acting by showing that it need not fear.' },
          { term: 'grey zone', sense: 'Pressure below the threshold of armed attack: by coast guards, fishing fleets, customs.' },
          {
            term: 'economic coercion',
            sense:
              'Cutting or slowing exchange to change another state’s conduct. Hard to tell from ordinary friction: hence the odds on a hidden cause.',
          },
          { term: 'issue linkage', sense: 'Making one matter depend on another that has nothing to do with it.' },
          { term: 'audience cost', sense: 'The price a leadership pays at home for going back on what it said in public.' },
          { term: 'credibility', sense: 'Whether others believe that a promise or a principle will be kept when it costs something.' },
          {
            term: 'reading',
            sense: 'One of the five measures of the country on screen. They are never added up: what lifts one may lower another.',
          },
          {
            term: 'status of a claim',
            sense: 'How a source says it: asserted, alleged, interpretation, reported, expectation, prediction, proposal, question.',
          },
          {
            term: 'lens',
            sense:
              'The rule by which ties may grow in a game: one author’s, the other’s as we formalise it, or threat alone. The teacher may swap it.',
          },
          {
            term: 'seed',
            sense: 'Ten letters that fix all luck of a game, so that different answers can be compared under the same luck.',
          },
          { term: 'standing instruction', sense: 'The line a cabinet leaves its desk with for the weeks between two meetings.' },
        ],
      },
      cite: {
        title: 'How to cite',
        lines: [
          'The Bamboo Diplomacy contributors (2026). Bamboo Diplomacy, version 0.1.0 [simulation]. Texts: CC BY 4.0; program: MIT.',
          'Cite a game by its link, an article by its paragraph. CITATION.cff at the top of the project holds the same for reference managers.',
        ],
      },
    },
    roles: {
      lead: 'One page for each office. Give them out by lot or by choice, never by nationality or belief.',
      scenario: 'In {{title}}',
      voice: 'Where your office may begin',
      firm: 'What no office may forget',
      room: {
        title: 'In the corner',
        lines: [
          'Say what your office would lose, in things that can be counted.',
          'Write down the answer you expect from one other capital, and how likely you hold it.',
          'If some of you would answer otherwise, hold up Dissent: it is kept, and asked for in the debrief.',
        ],
      },
      swap: 'You speak for your office, not for yourself. You may change corner, or watch, at any time.',
    },
    qr: {
      scan: 'This brief on a phone; it tells nothing of the game that is played.',
      none: 'To have a QR code here: put this folder on the web, then write it again with `bamboo teach --address` and the folder’s address.',
      label: 'QR code: {{address}}',
    },
    ballots: {
      lead: 'For a room without devices: one slip an office and decision; the facilitator taps. Cut along the lines.',
      decision: 'Decision',
      card: 'Card',
      dissent: 'Some of us would answer otherwise',
      why: 'Because',
      alias: 'Name you were given',
      commitment: {
        title: 'Before the cards: half a page',
        lead: 'Alone, before anybody speaks. Use the name you were given, no other.',
        asks: [
          'Which card, and what do you give up for it?',
          'What speaks for it, in this situation?',
          'What will follow, and how would you notice that you were wrong?',
          'The strongest objection, as somebody who holds it would put it',
        ],
      },
      exit: {
        title: 'Exit ticket',
        lead: 'Three answers of two or three sentences.',
        asks: [
          'Which decision would you take otherwise now, and why?',
          'What did you believe at the start that you no longer believe?',
          'What would you have to look up before you were sure?',
        ],
      },
      home: {
        title: 'At home: 300 words',
        lead: 'On one decision of a game you played or watched. Name the decision and the game’s link.',
        asks: [
          'Choice: what you would choose there, and instead of what',
          'Prediction: what would follow within two months, in odds',
          'Your case in one sentence; it may cite a paragraph, with its status',
          'The strongest objection, as its holders would put it',
        ],
      },
    },
    marking: {
      lead: 'Four rows of 0 to 3, the same for half a page before a decision and for 300 words at home. No mark for what an office said, for how a game ended, or for agreeing with an author.',
      rubric: 'Rubric',
      row: 'Row',
      rows: [
        {
          of: 'Choice',
          levels: [
            'None, or all at once',
            'A choice without its price',
            'A choice and what is given up',
            'And why that price rather than the next best answer’s',
          ],
        },
        {
          of: 'Prediction',
          levels: [
            'None',
            'Cannot turn out wrong',
            'Could turn out wrong, with a time or odds',
            'And what one would see early if it were wrong',
          ],
        },
        {
          of: 'Ground',
          levels: [
            'None, or invented',
            'A fact of the game or a paragraph, misread',
            'Rightly used',
            'And with its status: asserted, alleged, interpreted, predicted',
          ],
        },
        {
          of: 'Objection',
          levels: ['None', 'A weak one, or a straw man', 'A strong one, fairly put', 'And what would decide between the two'],
        },
      ],
      time: {
        title: 'Thirty-six in ninety minutes',
        lines: [
          'Ten minutes: mark three sheets twice, a day apart or with a colleague, and settle what a 2 is in each row.',
          'Seventy-two minutes: two minutes a sheet. Read once, circle four numbers, write no comment; note only the sheets you would read out.',
          'Eight minutes: sort the table by sum, look again at the three sheets on either side of each border.',
          'The table (CSV) has one line for every alias and task, in the order of the sheets; a column for each row of the rubric fits behind it.',
        ],
      },
      exit: {
        title: 'What the exit ticket is for',
        lines: [
          'It is not marked: a tick for three answers. Sort the third answers into heaps; the largest is where the next meeting begins.',
        ],
      },
      key: 'Key: what was done in fact',
      keyLead: 'Where an article tells what was done. It is no right answer: the room had other knowledge, and other luck.',
      keyHead: ['Decision', 'In fact', 'Paragraph'],
      alike:
        'The gate (values decide) and the obstacles fit all seven cases alike: these cases cannot part them. A class that finds a rule which fits all seven has not shown that it is the right one. Ask for an eighth case that would part the two, and where one would look for it.',
    },
    finder: {
      lead: 'What stands where, in our own words, claim by claim. Have the article beside it: count its paragraphs from the first of the text; the sentences are the author’s and are not copied here.',
      head: ['¶', 'What is claimed there', 'Claims'],
      of: '{{count}} paragraphs',
      none: 'nothing the game rests on',
      statuses: 'In italics how the passage says it, where it is not simply asserted; “disputed” where other sources say otherwise.',
    },
  },
  vi: {
    files: {
      course: 'Ghi chú cho học phần',
      roles: 'Hồ sơ vai',
      ballots: 'Phiếu và giấy viết',
      marking: 'Chấm bài và đáp án',
      finder: 'Tra đoạn',
    },
    course: {
      lead: 'Buổi học nhằm tới đâu, đặt vào học phần thế nào, cần gì để ai cũng tham gia được, các thuật ngữ nghĩa là gì, và trích dẫn ra sao.',
      parts: [
        {
          title: 'Mục tiêu',
          lines: [
            'Giải thích một lựa chọn đối ngoại bằng cái đã chịu mất, không chỉ bằng cái thu về.',
            'Phân biệt phòng bị, đối tác và liên minh qua điều mỗi bên cam kết phải làm.',
            'Đem hai cách lý giải đã công bố đối chiếu với cùng một trường hợp, và nói được điều gì sẽ bác bỏ từng cách.',
            'Dự đoán bằng xác suất, và học được từ dự đoán sai mà không đổ hết cho may rủi, cũng không gạt hẳn may rủi đi.',
            'Dẫn nguồn đến từng đoạn, kèm mức độ chắc chắn của đoạn ấy: khẳng định, cáo buộc, lý giải hay dự đoán.',
          ],
        },
        {
          title: 'Để ai cũng tham gia được',
          lines: [
            'Mọi màn hình đều dùng được chỉ bằng bàn phím và với trình đọc màn hình; tiêu đề, bảng, nút đều tự nói mình là gì. P dừng, N bỏ qua, E thêm giờ, U rút lại, B mở lại tình hình.',
            'Góc phòng và thẻ phân biệt bằng chữ cái, hình và số; không có điều gì chỉ báo bằng màu. Chữ và nét đủ tương phản ở cả hai giao diện.',
            'Máy đặt chế độ giảm chuyển động thì hình đứng yên. Phóng chữ gấp đôi vẫn không mất chữ nào; trang chạy tốt từ điện thoại đến máy chiếu.',
            'Đồng hồ không quyết thay ai: có thể dừng hoặc thêm giờ cho người cần đọc lâu hơn; phần viết có thể đọc cho máy ghi, nhờ người chép hoặc viết trên giấy.',
            'Ai không đứng được hoặc không muốn đứng ở góc thì ngồi tại chỗ bỏ phiếu giấy; ngồi xem cũng là một vai. Không ai phải nói thay cho một nước mà gia đình mình có liên can.',
            'Chỗ còn thiếu: hải đồ là hình vẽ có tên gọi bằng chữ, những gì chuyển động trên đó được kể trong danh sách động thái; các tờ này là HTML để có thể đổi cỡ chữ và màu trước khi in.',
          ],
        },
        {
          title: 'Trước khi dạy',
          lines: [
            'Các văn bản nói về những tranh chấp còn đang diễn ra. Luận điểm được ghi là của tác giả, điều bị cáo buộc ghi là cáo buộc; chi tiết trên biển và ở cửa khẩu là hư cấu ở chỗ có ghi.',
            'Một ván chỉ là một lần gieo từ bộ quy tắc do con người viết ra. Ván ấy không phải bằng chứng cho bài nào.',
          ],
        },
      ],
      syllabus: {
        title: 'Khối bài trong học phần: hai buổi và một trang ở nhà',
        head: ['Khi nào', 'Làm gì', 'Nộp gì'],
        rows: [
          ['Trước buổi học', 'Đọc hai bài viết với bảng tra đoạn; xem thuật ngữ.', 'Mỗi bài một câu: tác giả coi điều gì là quyết định?'],
          ['Buổi 1, 90 phút', 'Phòng thí nghiệm liên minh (20 phút), rồi bản 50 phút kèm thảo luận.', 'Phiếu ra về: ba câu hỏi.'],
          ['Ở nhà', 'Một mình chơi lại mã lớp, đổi một quyết định.', '300 từ: lựa chọn, dự đoán, căn cứ, phản bác mạnh nhất.'],
          ['Buổi 2, 90 phút', 'Chia nhóm với một mã lớp mới; so sánh trên máy chiếu; đổi lăng kính.', 'Lý do viết trước hai quyết định.'],
        ],
      },
      glossary: {
        title: 'Thuật ngữ',
        lead: 'Nghĩa trong ngành, và trò chơi dùng ra sao.',
        terms: [
          {
            term: 'phòng bị (hedging)',
            sense:
              'Khi chưa rõ thế cuộc, làm những việc bù trừ nhau để còn đường lui và không chọn phe. Trong trò chơi: câu trả lời giữ mọi cánh cửa; vẫn có thể thất bại.',
          },
          { term: 'quan hệ đối tác (partnership)', sense: 'Cùng làm những việc đã nêu tên, không ai có nghĩa vụ phòng thủ cho ai.' },
          {
            term: 'liên minh (alliance)',
            sense:
              'Lời hứa chính thức sẽ hỗ trợ nhau, trước hết bằng vũ lực, để chống một bên thứ ba; một hiệp ước cụ thể có phải liên minh hay không có khi còn tranh luận.',
          },
          {
            term: 'liên kết, ngả theo (alignment)',
            sense: 'Đứng về phía một nước trong cuộc ganh đua của nước ấy với nước khác, có hiệp ước hay không.',
          },
          {
            term: 'không liên kết (non-alignment)',
            sense: 'Chính sách công khai không vào khối quân sự nào. Khác với trung lập, vốn là một địa vị pháp lý trong chiến tranh.',
          },
          {
            term: 'cân bằng mối đe dọa (balance of threat)',
            sense:
              'Các nước phản ứng trước mối đe dọa chứ không chỉ trước sức mạnh: thực lực, khoảng cách, khả năng tiến công và ý đồ theo cảm nhận.',
          },
          {
            term: 'cân bằng đa hướng (omnibalancing)',
            sense:
              'Giới lãnh đạo cân nhắc nguy cơ đối với sự cầm quyền trong nước bên cạnh nguy cơ từ bên ngoài, có khi dựa vào bên này để chống bên kia.',
          },
          {
            term: 'thế lưỡng nan an ninh (security dilemma)',
            sense: 'Bên này làm để mình an toàn hơn thì bên kia thấy kém an toàn đi, dù không bên nào định hại ai.',
          },
          { term: 'răn đe (deterrence)', sense: 'Khiến bên kia không hành động vì cái giá phải trả.' },
          { term: 'trấn an (reassurance)', sense: 'Khiến bên kia không hành động vì thấy không có gì phải sợ.' },
          { term: 'vùng xám (grey zone)', sense: 'Sức ép dưới ngưỡng tấn công vũ trang: bằng hải cảnh, đội tàu cá, hải quan.' },
          {
            term: 'cưỡng ép kinh tế (economic coercion)',
            sense:
              'Cắt hoặc làm chậm giao thương để buộc nước khác đổi cách hành xử. Khó phân biệt với trục trặc thông thường: vì thế có xác suất cho nguyên nhân bị che khuất.',
          },
          { term: 'gắn vấn đề (issue linkage)', sense: 'Đem việc này làm điều kiện cho một việc khác không liên quan.' },
          {
            term: 'cái giá trước công luận (audience cost)',
            sense: 'Cái giá giới lãnh đạo phải trả ở trong nước khi lùi khỏi điều đã nói công khai.',
          },
          {
            term: 'độ tin cậy (credibility)',
            sense: 'Người khác có tin rằng lời hứa hay nguyên tắc sẽ được giữ khi phải trả giá hay không.',
          },
          {
            term: 'chỉ số (reading)',
            sense:
              'Một trong năm thước đo tình hình đất nước trên màn hình. Không bao giờ cộng lại: việc nâng chỉ số này có thể hạ chỉ số kia.',
          },
          {
            term: 'mức độ của một luận điểm (status of a claim)',
            sense: 'Nguồn nói điều ấy thế nào: khẳng định, cáo buộc, lý giải, thuật lại, trông đợi, dự đoán, đề xuất, câu hỏi.',
          },
          {
            term: 'lăng kính (lens)',
            sense:
              'Quy tắc cho biết quan hệ có thể đi xa đến đâu trong ván: của một tác giả, của tác giả kia theo cách nhóm làm trò chơi diễn thành công thức, hoặc chỉ theo mối đe dọa. Thầy cô có thể đổi.',
          },
          {
            term: 'mã ván (seed)',
            sense: 'Mười ký tự ấn định mọi may rủi của ván, nhờ đó so được các câu trả lời khác nhau trong cùng may rủi.',
          },
          {
            term: 'chỉ thị thường trực (standing instruction)',
            sense: 'Điều tập thể lãnh đạo dặn bộ phận thường trực cho những tuần giữa hai phiên họp.',
          },
        ],
      },
      cite: {
        title: 'Trích dẫn',
        lines: [
          'The Bamboo Diplomacy contributors (2026). Bamboo Diplomacy, version 0.1.0 [simulation]. Văn bản: CC BY 4.0; chương trình: MIT.',
          'Dẫn một ván bằng đường dẫn của ván, dẫn một bài viết bằng số đoạn. Tệp CITATION.cff ở đầu dự án chứa cùng thông tin cho phần mềm quản lý tài liệu.',
        ],
      },
    },
    roles: {
      lead: 'Mỗi cơ quan một trang. Phát theo bốc thăm hoặc cho tự chọn, không bao giờ theo quốc tịch hay niềm tin.',
      scenario: 'Trong “{{title}}”',
      voice: 'Cơ quan này có thể mở lời từ đâu',
      firm: 'Điều không cơ quan nào được quên',
      room: {
        title: 'Ở góc của mình',
        lines: [
          'Nói rõ cơ quan mình mất gì, bằng những thứ đếm được.',
          'Ghi lại lời đáp mình chờ đợi ở một nước khác, và khả năng theo mình là bao nhiêu.',
          'Nếu trong góc có người muốn trả lời khác, giơ thẻ Ý kiến khác: điều ấy được giữ lại và sẽ được hỏi khi thảo luận.',
        ],
      },
      swap: 'Nói thay cho cơ quan của mình, không phải cho bản thân. Lúc nào cũng có thể đổi góc, hoặc ngồi xem.',
    },
    qr: {
      scan: 'Mở phiếu này trên điện thoại; trong đó không kể gì về ván đang chơi.',
      none: 'Muốn có mã QR ở đây: đưa thư mục này lên mạng, rồi chạy lại `bamboo teach --address` với địa chỉ của thư mục.',
      label: 'Mã QR: {{address}}',
    },
    ballots: {
      lead: 'Cho phòng học không có máy: mỗi cơ quan một phiếu cho mỗi quyết định, người dẫn bấm thay. Cắt theo đường kẻ.',
      decision: 'Quyết định',
      card: 'Thẻ',
      dissent: 'Trong góc có người muốn trả lời khác',
      why: 'Vì',
      alias: 'Tên được phát',
      commitment: {
        title: 'Trước khi giơ thẻ: nửa trang',
        lead: 'Viết một mình, trước khi ai lên tiếng. Dùng tên được phát, không ghi tên thật.',
        asks: [
          'Thẻ nào, và chịu mất gì vì thế?',
          'Trong tình thế này, vì sao nên chọn như vậy?',
          'Rồi sẽ ra sao, và nhìn vào đâu thì biết là mình đoán sai?',
          'Lời phản bác mạnh nhất, nói đúng như người phản bác sẽ nói',
        ],
      },
      exit: {
        title: 'Phiếu ra về',
        lead: 'Ba câu trả lời, mỗi câu hai ba dòng.',
        asks: [
          'Giờ thì bạn sẽ quyết khác ở đâu, vì sao?',
          'Lúc đầu bạn tin điều gì mà nay không còn tin?',
          'Phải tra cứu thêm điều gì thì bạn mới chắc?',
        ],
      },
      home: {
        title: 'Ở nhà: 300 từ',
        lead: 'Về một quyết định trong ván bạn đã chơi hoặc đã xem. Ghi rõ quyết định và đường dẫn của ván.',
        asks: [
          'Lựa chọn: ở đó bạn sẽ chọn gì, thay cho điều gì',
          'Dự đoán: trong hai tháng tiếp theo sẽ ra sao, với khả năng bao nhiêu',
          'Lập luận trong một câu; có thể dẫn một đoạn, kèm mức độ chắc chắn',
          'Lời phản bác mạnh nhất, nói đúng như người phản bác sẽ nói',
        ],
      },
    },
    marking: {
      lead: 'Bốn tiêu chí, mỗi tiêu chí từ 0 đến 3, dùng chung cho nửa trang trước quyết định và 300 từ ở nhà. Không chấm lời của một cơ quan, không chấm kết cục của ván, không chấm việc đồng tình với tác giả nào.',
      rubric: 'Thang chấm',
      row: 'Tiêu chí',
      rows: [
        {
          of: 'Lựa chọn',
          levels: [
            'Không có, hoặc chọn tất cả',
            'Có chọn, không nói cái giá',
            'Có chọn và nói chịu mất gì',
            'Và vì sao chịu giá ấy hơn là giá của phương án kế tiếp',
          ],
        },
        {
          of: 'Dự đoán',
          levels: [
            'Không có',
            'Đoán kiểu không thể sai',
            'Có thể sai, có thời hạn hoặc xác suất',
            'Và nói nếu sai thì sớm thấy dấu hiệu gì',
          ],
        },
        {
          of: 'Căn cứ',
          levels: ['Không có, hoặc bịa', 'Có dẫn nhưng hiểu sai', 'Dẫn đúng', 'Và kèm mức độ: khẳng định, cáo buộc, lý giải, dự đoán'],
        },
        {
          of: 'Phản bác',
          levels: ['Không có', 'Yếu, hoặc dựng lên để dễ đánh đổ', 'Mạnh và công bằng', 'Và nói điều gì sẽ phân xử giữa hai bên'],
        },
      ],
      time: {
        title: 'Ba mươi sáu bài trong chín mươi phút',
        lines: [
          'Mười phút: chấm ba bài hai lần, cách nhau một ngày hoặc cùng một đồng nghiệp, để thống nhất thế nào là 2 ở từng tiêu chí.',
          'Bảy mươi hai phút: mỗi bài hai phút. Đọc một lượt, khoanh bốn con số, không ghi nhận xét; chỉ đánh dấu bài sẽ đọc trước lớp.',
          'Tám phút: xếp bảng theo tổng, xem lại ba bài ở hai bên mỗi ranh giới.',
          'Bảng (CSV) có một dòng cho mỗi tên và mỗi bài, theo đúng thứ tự các tờ; thêm vào sau bốn cột cho bốn tiêu chí là vừa.',
        ],
      },
      exit: {
        title: 'Phiếu ra về để làm gì',
        lines: ['Không chấm điểm: đủ ba câu thì đánh dấu. Chia các câu thứ ba thành từng nhóm; nhóm đông nhất là chỗ buổi sau bắt đầu.'],
      },
      key: 'Đáp án: trên thực tế đã làm gì',
      keyLead: 'Ở chỗ bài viết có kể. Đó không phải đáp án đúng: lớp học có những hiểu biết khác, và may rủi khác.',
      keyHead: ['Quyết định', 'Trên thực tế', 'Đoạn'],
      alike:
        'Cánh cổng (giá trị quyết định) và các trở lực khớp với cả bảy trường hợp như nhau: những trường hợp này không phân xử được. Lớp tìm ra một quy tắc khớp cả bảy chưa có nghĩa quy tắc ấy đúng. Hãy hỏi một trường hợp thứ tám có thể phân xử, và phải tìm nó ở đâu.',
    },
    finder: {
      lead: 'Chỗ nào nói gì, bằng lời của nhóm làm trò chơi, theo từng luận điểm. Hãy để bài viết bên cạnh: đếm đoạn từ đoạn đầu của phần chính văn; câu chữ là của tác giả, không chép ở đây.',
      head: ['Đoạn', 'Ở đó nêu điều gì', 'Luận điểm'],
      of: '{{count}} đoạn',
      none: 'không có điều gì trò chơi dựa vào',
      statuses: 'Chữ nghiêng cho biết đoạn ấy nói thế nào, nếu không đơn thuần là khẳng định; “còn tranh luận” khi nguồn khác nói khác.',
    },
  },
};
