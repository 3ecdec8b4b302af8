use proptest::prelude::*;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()
}

fn edtf(typed: &str) -> String {
    match read(typed, today()) {
        Ok(Some(date)) => date.to_string(),
        Ok(None) => "not known".to_owned(),
        Err(error) => panic!("{typed}: {error}"),
    }
}

fn refused(typed: &str) -> String {
    match read(typed, today()) {
        Err(error) => error.to_string(),
        Ok(date) => panic!("{typed} was read as {date:?}"),
    }
}

#[test]
fn what_people_type_is_understood() {
    for (typed, meant) in [
        ("26 November 2017", "2017-11-26"),
        ("26th of November, 2017", "2017-11-26"),
        ("Nov 26, 2017", "2017-11-26"),
        ("Sunday, 26 Nov. 2017", "2017-11-26"),
        ("26-Nov-2017", "2017-11-26"),
        ("2017 November 26", "2017-11-26"),
        ("26.11.2017", "2017-11-26"),
        ("26/11/2017", "2017-11-26"),
        ("11/26/2017", "2017-11-26"),
        ("26-11-2017", "2017-11-26"),
        ("4/4/2017", "2017-04-04"),
        ("2017/11/26", "2017-11-26"),
        ("2017-9-3", "2017-09-03"),
        ("11/2017", "2017-11"),
        ("2017/11", "2017-11"),
        ("September 2017", "2017-09"),
        ("sept 2017", "2017-09"),
        ("2017", "2017"),
        ("about September 2017", "2017-09~"),
        ("around 26 November 2017", "2017-11-26~"),
        ("c. 2017", "2017~"),
        ("Circa 2017", "2017~"),
        ("2017 (approximately)", "2017~"),
        ("possibly 2017", "2017?"),
        ("September 2017?", "2017-09?"),
        ("possibly about 2017", "2017%"),
        ("early September 2017", "2017-09-01~/2017-09-10~"),
        ("mid-September 2017", "2017-09-11~/2017-09-20~"),
        ("late February 2016", "2016-02-21~/2016-02-29~"),
        ("the end of September 2017", "2017-09-21~/2017-09-30~"),
        ("early 2017", "2017-01~/2017-04~"),
        ("spring 2017", "2017-21"),
        ("winter of 2017", "2017-24"),
        ("between 3 and 16 September 2017", "2017-09-03/2017-09-16"),
        ("between September and November 2017", "2017-09/2017-11"),
        ("from 3 September 2017 to 16 November 2017", "2017-09-03/2017-11-16"),
        ("3 September to 16 November 2017", "2017-09-03/2017-11-16"),
        ("from about 3 September 2017 to 16 November 2017", "2017-09-03~/2017-11-16"),
        ("about 3 to 16 September 2017", "2017-09-03~/2017-09-16~"),
        ("September 3-16, 2017", "2017-09-03/2017-09-16"),
        ("September 3 to November 16, 2017", "2017-09-03/2017-11-16"),
        ("3–5 September 2017", "2017-09-03/2017-09-05"),
        ("3-5 September 2017", "2017-09-03/2017-09-05"),
        ("3 - 5 Sept 2017", "2017-09-03/2017-09-05"),
        ("Sept–Nov 2017", "2017-09/2017-11"),
        ("September/October 2017", "2017-09/2017-10"),
        ("2016-2017", "2016/2017"),
        ("2016 to 2017", "2016/2017"),
        ("26/11/2017 - 28/11/2017", "2017-11-26/2017-11-28"),
        ("from 2017-09-03 to 2017-11-16", "2017-09-03/2017-11-16"),
        ("since September 2017", "2017-09/.."),
        ("from September 2017", "2017-09/.."),
        ("from September 2017, end unknown", "2017-09/"),
        ("until 3 September 2017", "../2017-09-03"),
        ("before 2017", "../2016"),
        ("before January 2017", "../2016-12"),
        ("before 1 January 2017", "../2016-12-31"),
        ("after 2017", "2018/.."),
        ("the 1990s", "199X"),
        ("a day in November 2017", "2017-11-XX"),
        ("unknown", "not known"),
        ("", "not known"),
        ("today", "2026-03-01"),
        ("yesterday", "2026-02-28"),
        ("since yesterday", "2026-02-28/.."),
        ("26 November 2560 BE", "2017-11-26"),
        ("B.E. 2560", "2017"),
        // EDTF, as it is
        ("2017-11-26~", "2017-11-26~"),
        ("2017-09-03/..", "2017-09-03/.."),
        ("201X", "201X"),
    ] {
        assert_eq!(edtf(typed), meant, "{typed}");
    }
}

#[test]
fn french_arabic_and_khmer_are_read_too() {
    for (typed, meant) in [
        ("26 novembre 2017", "2017-11-26"),
        ("le 1er août 2017", "2017-08-01"),
        ("vers septembre 2017", "2017-09~"),
        ("mi-septembre 2017", "2017-09-11~/2017-09-20~"),
        ("du 3 au 16 septembre 2017", "2017-09-03/2017-09-16"),
        ("du 3 septembre au 16 novembre 2017", "2017-09-03/2017-11-16"),
        ("entre le 3 et le 16 septembre 2017", "2017-09-03/2017-09-16"),
        ("depuis septembre 2017", "2017-09/.."),
        ("jusqu’au 3 septembre 2017", "../2017-09-03"),
        ("avant 2017", "../2016"),
        ("peut-être 2017", "2017?"),
        ("printemps 2017", "2017-21"),
        ("inconnue", "not known"),
        ("aujourd'hui", "2026-03-01"),
        ("٢٦ نوفمبر ٢٠١٧", "2017-11-26"),
        ("26 تشرين الثاني 2017", "2017-11-26"),
        ("26 تشرين الثاني/نوفمبر 2017", "2017-11-26"),
        ("أيلول 2017", "2017-09"),
        ("حوالي سبتمبر ٢٠١٧", "2017-09~"),
        ("من ٣ سبتمبر إلى ١٦ نوفمبر ٢٠١٧", "2017-09-03/2017-11-16"),
        ("بين 3 و16 سبتمبر 2017", "2017-09-03/2017-09-16"),
        ("منذ كانون الأول 2017", "2017-12/.."),
        ("أوائل آب 2017", "2017-08-01~/2017-08-10~"),
        ("عام ٢٠١٧", "2017"),
        ("الربيع 2017", "2017-21"),
        ("غير معروف", "not known"),
        ("ថ្ងៃទី២៦ ខែវិច្ឆិកា ឆ្នាំ២០១៧", "2017-11-26"),
        ("២៦ វិច្ឆិកា ២០១៧", "2017-11-26"),
        ("ថ្ងៃទី២៦ខែវិច្ឆិកាឆ្នាំ២០១៧", "2017-11-26"),
        ("ខែកញ្ញា ឆ្នាំ២០១៧", "2017-09"),
        ("ប្រហែលខែកញ្ញា ឆ្នាំ២០១៧", "2017-09~"),
        ("ចាប់ពីថ្ងៃទី៣ ដល់ថ្ងៃទី១៦ ខែកញ្ញា ឆ្នាំ២០១៧", "2017-09-03/2017-09-16"),
        ("មុនឆ្នាំ២០១៧", "../2016"),
        ("មិនស្គាល់", "not known"),
        // The Cambodian Buddhist year turns at Visakh Bochea, in April or May.
        ("២៦ វិច្ឆិកា ព.ស. ២៥៦១", "2017-11-26"),
        ("មករា ព.ស. ២៥៦១", "2018-01"),
        ("ព.ស. ២៥៦១", "2017-05~/2018-05~"),
    ] {
        assert_eq!(edtf(typed), meant, "{typed}");
    }
}

#[test]
fn what_may_mean_two_things_is_refused_with_both() {
    for (typed, one, other) in [
        ("3/4/2017", "3 April 2017", "4 March 2017"),
        ("3.4.2017", "3 April 2017", "4 March 2017"),
        ("03-04-2017", "3 April 2017", "4 March 2017"),
        ("03/04/05", "3 April 2005", "4 March 2005"),
        ("03/04/05", "3 April 2005", "5 April 2003"),
        ("26/11/17", "26 November 2017", "26 November 2017"),
        ("2010/11", "November 2010", "2010 to 2011"),
        ("2000s", "2000 to 2009", "2000 to 2099"),
        ("from 3/4/2017 to 20 May 2017", "3 April 2017", "4 March 2017"),
    ] {
        let said = refused(typed);
        assert!(said.contains(one) && said.contains(other), "{typed}: {said}");
        assert!(said.contains("write"), "{typed}: {said}");
    }
}

#[test]
fn what_is_not_understood_says_how_to_write_it() {
    for typed in ["soon", "last week", "26 Brumaire 2017", "a/b/c", "2017 2018", "é", "１", "the"]
    {
        let said = refused(typed);
        assert!(said.contains("write it as 26 November 2017"), "{typed}: {said}");
    }
    assert!(refused("26 November").contains("has no year"));
    assert!(refused("September").contains("has no year"));
    assert_eq!(refused("30 February 2017"), "there is no 2017-02-30: that month has 28 days");
    assert_eq!(refused("2017-02-30"), "there is no 2017-02-30: that month has 28 days");
    assert_eq!(
        refused("Monday 26 November 2017"),
        "26 November 2017 was a Sunday; correct the day of the week or the date"
    );
    assert!(refused("16 to 3 September 2017").contains("before it begins"));
    assert!(refused("មេសា ព.ស. ២៥៦១").contains("Buddhist year"));
    assert!(refused(&"a ".repeat(400)).contains("not understood"));
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(typed in "\\PC{0,60}") {
        let _ = read(&typed, today());
    }

    #[test]
    fn no_words_of_dates_break_it(words in prop::collection::vec(prop::sample::select(vec![
        "about", "from", "to", "between", "and", "3", "16", "2017", "September", "may", "-", "/", ".", "since",
        "before", "until", "early", "mid", "spring", "BE", "ព.ស.", "ព", "unknown", "a day in", "some year", "s", "?",
        "~", "%", "0000", "9999", "1", "0", "31", "و", "ال", "end unknown", "beginning unknown", "today", "Sunday",
    ]), 0..9)) {
        if let Ok(Some(date)) = read(&words.join(" "), today()) {
            prop_assert_eq!(date.as_str().parse::<Edtf>().unwrap(), date);
        }
    }

    #[test]
    fn a_day_is_read_however_it_is_written(days in 1..3_652_059_i32) {
        let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        let meant = day.format("%Y-%m-%d").to_string();
        prop_assert_eq!(edtf(&in_english(day)), meant.clone());
        let month = MONTHS[day.month0() as usize];
        prop_assert_eq!(edtf(&format!("{month} {}, {:04}", day.day(), day.year())), meant);
    }
}
