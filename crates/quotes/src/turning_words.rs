//! The lists of words that may reverse the meaning of other words, or name who says them, in the languages of drafts.
//!
//! The words are in small letters; in Turkish, a dot remains of İ; `-` at the end means any ending, at the beginning any beginning. Words that usually mean something else in
//! another of these languages are left out. Readers load every byte of these lists.

/// Words such as “no” and “never”, and others without which a sentence says something else: “refused”, “denied”, “allegedly”, “rarely”, “if”.
pub(super) const NEGATIONS: &str = "-n't,n'-,not,no,few,almost,never,none,nobody,nothing,nowhere,neither,nor,cannot,hardly,barely,seldom,rarely,without,false,refus-,fail-,\
    deny-,denie-,prevent-,stop-,alleg-,dont,-snt,-dnt,nicht,kein-,nie,niem-,nichts,nix,nirgend-,weder,kaum,selten,ohne,ob,weiger-,\
    verweiger-,verhinder-,bestritt-,angeblich-,ne,pas,sans,guère,\
    jamais,aucun-,rien,ni,non,empêch-,nunca,jamás,ning-,nadie,nada,sin,apenas,tampoco,nega-,negó,negou,niega,rechaz-,presunt-,não,nenhum-,nem,\
    sem,recus-,nessun-,niente,né,neppure,\
    nemmeno,senza,rifiut-,değil,deği\u{307}l,hiç,hi\u{307}ç,asla,yok,iddia,redde-,-madı,-medi,-mıyor,-miyor,-muyor,-müyor,-mamış,-memiş,-mayacak,-meyecek,-mediğini,\
    не,нет,ни,никт-,никог-,никак-,\
    нич-,нигде,нельзя,без,отказ-,отриц-,якобы,редко,لا,لم,لن,ما,ليس-,غير,دون,بدون,رفض-,نفى,زعم-";

/// Words with which a condition begins, or ends in Turkish: “if”. Of the forms in which words are compared.
pub(super) const CONDITIONS: &str = "if,unless,until,wenn,sofern,solange,zolang,если,якщо,якби,jeśli,jeżeli,gdyby,jika,kalau,apabila,indien,mits,tenzij,purché,qualora,eğer,إذا,اگر,אם,अगर,यदि,যদি,-ırsa,-ursa,-arsa,-ürse,-lirse,-şirse,ederse,şartıyla,takdirde,halinde,dopóki,bedingung,finché,пока,поки,بشرط-,شريطة,شرطی,בתנאי,बशर्ते,শর্তে,asalkan";

/// The same, but only where they begin a clause.
pub(super) const FIRST_CONDITIONS: &str = "si,s'il-,se,als,caso,falls,provid-,assuming,suppos-,vorausgesetzt,لو";

/// Verbs that are a condition where they begin a sentence that asks nothing: “Should the dam break, we leave”.
pub(super) const INVERTED: &str = "should,had,were,mocht,sollte-,hätte-,wäre-";

/// Words behind which a word such as “si” begins a condition within a clause, too.
pub(super) const ONLY: &str = "only,solo,sólo,só,seulement";

/// The last words but one of conditions of several words, and their last: “on condition that”, “es sei denn”.
pub(super) const FIRST_OF_CONDITIONS: &str =
    "sei,condition,à,при,sauf,moins,menos,meno,chyba,pod,за,até,hasta,ser,voorwaarde,contanto,pourvu";
pub(super) const LAST_OF_CONDITIONS: &str = "denn,that,che,condition,условии,si,que,qu'-,że,dat,умови,warunkiem";

/// Words before a condition that is none: “even if”, “asked if”.
pub(super) const CONCESSIONS: &str =
    "-sked,know-,see,wonder-,even,auch,selbst,même,incluso,aun,anche,mesmo,zelfs,-аже,-авіть,nawet,bahkan,حت-,גם,אפילו";

/// Words of the list of negations by which somebody denies something.
pub(super) const DENYING_NEGATIONS: &str =
    "deny-,denie-,bestritt-,nie,niega-,negó,negaron,negado,negando,nega,negato,negano,negou,rechaz-,reddet-,отриц-,نفى";

/// Words by which somebody denies something, besides those.
pub(super) const DENIALS: &str = "refut-,reject-,disput-,dismiss-,rebuff-,contradict-,debunk-,\
    repudiat-,disavow-,bestreit-,dementier-,leugne-,vernein-,widerspr-,\
    widerleg-,zurückgewi-,zurückwei-,zurückwies-,abgestritten,nient,nié,démen-,rejet-,réfut-,\
    desmint-,desmient-,negò,sment-,\
    desment-,inkar,опроверг-,نفت,نفوا,ينفي,تنفي,نفي,نافي-,أنكر-,ينكر-,تنكر,كذب-,فند-,دحض-";

/// Words that call in question what they belong to, in all languages of the cards, in the form in which words are compared.
pub(super) const DOUBTS: &str = "myth-,hoax,fals-,wrongly,lied,nonsens-,absurd-,assurd-,абсурд-,baseless,unfounded,unsinn,onzin,fälschlich-,pretend-,märchen,irrgl-,lüge,mensonge,mentira,bugia,doubt-,unlikely,untrue,fool-,imposs-,imposible,bezweif-,anzweif-,zweifle,zweifelt-,zweifeln,mitnichten,unwahr-,unmöglich,faux,dout-,improbab-,dud-,dubit-,duvid-,\
    şüphe-,yalan-,imkansız,сомн-,сумнів-,ложь,брехн-,неправд-,невозможно,вряд,wątpi-,kłamst-,nieprawd-,betwijfel-,leugen-,onwaar,ragu,bohong,שקר,מפקפק-,झूठ,शक,মিথ্যা,সন্দেহ,دروغ,جھوٹ,شكك,شككت,يشكك,تشكك,يشك,تشك,أشك,شك";

/// What no or little of makes something sure: “no doubt”, “did not hesitate to say”.
pub(super) const SURE: &str =
    "doubt,zweifel,doute,duda,dubbio,dúvida,сомн-,hesitat-,hésit-,fail-,forg-,surpris-,secret,wonder";

/// Words for a quotation that somebody has made up.
pub(super) const INVENTED: &str = "invented,misquot-,misattrib-,fabricat-,fake,erfunden-,inventé-,inventad-,inventat-,выдум-,вымышл-,вигада-,zmyśl-,verzonnen,uydur-";

/// Words that are denials only together with others: „wies zurück“, “declined to say”, “laughed off”. They are for the pages of readers, who are
/// rather told too little.
pub(super) const LIKELY_DENIALS: &str = "zurück,contest-,declin-,laughed,withdr-,ausgeschlossen,ausschlie-";

/// Words such as “not” and “denied”, in the form in which words are compared, in those further languages in which the cards have their own words; the other words of these languages are not listed
/// here.
pub(super) const FURTHER_NEGATIONS: &str = "niet,geen,nooit,niets,nigdy,nikt,żad-,tidak,tak,bukan,jangan,belum,tanpa,ні,ніколи,ніхто,немає,לא,אין,אל,שלא,ולא,מעולם,ללא,בלי,\
    אינו,אינה,אינם,אינן,איני,איננו,איננה,שאין,שאינו,שאינה,שאינם,שאינן,बिना,नहीं,नही,न,मत,না,নয়,নেই,নন,নাই,-েনি,-েননি,نه,نيست-,\
    نبود-,نمي-,ندار-,نكرد-,نشد-,نخواه-,هرگز,نہيں,نہ,بغیر,مت,\
    ontken-,weerspr-,zaprzecz-,dementuj-,запереч-,спрост-,membantah,menyangkal,menepis,הכחיש-,מכחיש-,והכחיש-,इनकार,इन्कार,खंडन,অস্বীকার,تكذيب,ترديد,انكار";

/// The same in languages of newspapers besides. Readers do not load them.
pub(super) const OTHER_NEGATIONS: &str = "niemand,inte,aldrig,ingen,inget,inga,ikke,ikkje,ingenting,nie,nikdy,není,nejsou,nebude,nebyl-,nemá,nelze,ei,en,emme,ette,eivät,älä,\
    nem,soha,senki,semmi,không,chẳng,chưa,nu,niciodată,nimeni,не,няма,никога,нема,δεν,δε,μην,ποτέ,κανείς,όχι,안,못,않-,없-,아니-";

/// Characters that deny in Chinese, Japanese and Korean.
pub(super) const UNSPACED_NEGATIONS: &str = "不,没,沒,無,无,非,未,否,勿,怀疑,懷疑,谎,謊,谣,謠,嘘,ない,なかっ,なく,なけれ,ません,ず、,か。,か」,かと,かど,かも,않,없,아니,못";

/// Characters that begin or end a condition in Chinese and Japanese.
pub(super) const UNSPACED_CONDITIONS: &str = "如果,假如,只要,除非,要是,一旦,もし,れば,ば、,たら、,なら、";

/// The same in Thai, Khmer, Burmese and Lao. Readers do not load them.
pub(super) const SOUTH_EAST_ASIAN_NEGATIONS: &str = "ไม่,มิได้,មិន,မဟုတ်,ບໍ່";

/// Words that have such characters and deny nothing: “very”, “future”, “goodbye”, “hello”, “at least”.
pub(super) const OTHER_WORDS: &str = "非常,未来,未來,さようなら,もしもし,なくとも";

/// Words that begin what somebody does or does not think, behind a comma.
pub(super) const OPENERS: &str = "dass,daß,ob,что,чтобы,що,że,czy,jakoby,hogy,que,qu'-,qu’-,che,dat";

/// Verbs such as “said”, in the forms that are used beside a speaker, and other words that name one.
pub(super) const SAYINGS: &str = "said,says,say,saying,reads,told,tells,added,claimed,argued,insist-,repli-,answer-,asked,explained,stated,\
    continued,warn-,recall-,noted,wrote,sagte-,sagt,gesagt,erklärt-,betont-,meinte-,behaupte-,antwort-,fragte-,schrieb-,\
    dit,déclar-,expliqu-,affirm-,ajout-,assure-,assuré-,répond-,dijo,dice,dicho,afirm-,asegur-,explic-,señal-,añad-,declar-,\
    respond-,disse-,diz,acrescent-,detto,dichiarat-,spiegat-,aggiun-,sostien-,dedi,söyledi,\
    belirtti,açıkladı,сказа-,каза-,говор-,заявил-,zei,gezegd,powiedzia-,dediğini,قال,قالت";

/// Words such as “according to”, which name a speaker without a verb.
pub(super) const SOURCES: &str =
    "according,quoting,citing,laut,angaben,meinung,zufolge,gemäss,demnach,selon,según,segundo,secondo,göre";

/// Words such as “of”, which begin a phrase that is no verb, and in German also the articles of a genitive.
pub(super) const LINKS: &str = "of,in,on,at,by,from,with,after,before,since,under,von,vom,im,am,an,auf,aus,bei,mit,nach,vor,für,über,unter,durch,der,des,\
    dem,einer,de,du,d'-,à,au,en,dans,par,pour,sur,avec,del,con,por,para,do,da,em,na,di,della,nel,nella,per,dal,su,в,на,с,из,от,по,для,при,о,في,من,على,\
    إلى,عن,مع";

/// Words such as “the”.
pub(super) const ARTICLES: &str = "a,an,the,die,das,den,ein,eine,einen,le,la,les,l'-,un,une,el,los,una,os,uma,il,bir";

/// Words such as “that”, “who” and “he”, with which a clause begins that has a verb of its own.
pub(super) const RELATIVES: &str = "he,she,they,we,i,you,it,there,that,who,which,whose,where,whether,qui,que,qu'-,où,quien,donde,che,cui,quem,onde,الذي,التي";

/// Words of up to three letters that are shortened with a point, and stand before a name or a capital letter.
pub(super) const SHORTENED: &str = "mr,mrs,ms,dr,st,jr,sr,gen,sen,rep,gov,lt,col,inc,co,hr,sra,mme";

/// Words with which a clause begins that somebody may say only a part of: “what [she said] was theft”.
pub(super) const INTERROGATIVES: &str = "what,how";

/// Words such as “and” and “but”.
pub(super) const CONJUNCTIONS: &str = "and,but,while,und,aber,doch,et,mais,y,pero,e,mas,ma,ve,ama,и,а,но";

/// Words by which the languages of these lists are recognized: frequent in one of them, and rare in all others.
pub(super) const FREQUENT: &str = "the,The,and,that,it,We,es,und,ist,nicht,wir,auf,sich,für,eine,dem,le,la,les,nous,est,el,los,una,não,os,em,é,uma,il,che,è,ve,bir,что,\
    это,он,мы,был,были,его,في,من,على";

/// Whether a list has this word; capital and small letters of ASCII are treated alike.
pub(super) fn is_in(list: &str, word: &str) -> bool {
    entries(list).any(|listed| is_same(listed, word))
}

/// Whether this is the word of an entry, or begins or ends like it.
pub(super) fn is_same(listed: &str, word: &str) -> bool {
    if let Some(beginning) = listed.strip_suffix('-') {
        word.starts_with(beginning)
    } else if let Some(ending) = listed.strip_prefix('-') {
        word.ends_with(ending)
    } else {
        word.eq_ignore_ascii_case(listed)
    }
}

/// The entries of a list. `split` does the same with 0.5 KB more for readers.
pub(super) fn entries(list: &str) -> impl Iterator<Item = &str> {
    let mut rest = list;
    std::iter::from_fn(move || {
        let end = rest.bytes().position(|byte| byte == b',').unwrap_or(rest.len());
        let entry = rest.get(..end)?;
        rest = rest.get(end + 1..).unwrap_or_default();
        (!entry.is_empty()).then_some(entry)
    })
}
