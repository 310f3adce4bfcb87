/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the gazetteer of the world holds, counted in the file that is installed. */
#include "config.h"

#include "gazetteer/lieudit-gazetteer.h"

#define N_LARGEST_CITIES 1000

static LieuditGazetteer *
open_installed (void)
{
  g_autoptr(GError) error = NULL;
  LieuditGazetteer *gazetteer = lieudit_gazetteer_open_installed (&error);

  g_assert_no_error (error);

  return gazetteer;
}

/* Of each name the first place is the one that is meant. */
static void
test_exonyms (void)
{
  static const struct {
    const char *id;
    const char *names[3]; /* French, English, Arabic */
  } cases[] = {
    { "sy-aleppo", { "Alep", "Aleppo", "حلب" } },
    { "sy-damascus", { "Damas", "Damascus", "دمشق" } },
    { "sy-homs", { "Homs", "Homs", "حمص" } },
    { "sy-latakia", { "Lattaquié", "Latakia", "اللاذقية" } },
    { "sy-deir-ez-zor", { "Deir ez-Zor", "Deir ez-Zor", "دير الزور" } },
    { "sy-palmyra", { "Palmyre", "Palmyra", "تدمر" } },
    { "sy-raqqa", { "Raqqa", "Raqqa", "الرقة" } },
    { "sy-idlib", { "Idleb", "Idlib", "إدلب" } },
    { "lb-beirut", { "Beyrouth", "Beirut", "بيروت" } },
    { "ly-tripoli", { "Tripoli", "Tripoli", "طرابلس" } },
    { "lb-tyre", { "Tyr", "Tyre", "صور" } },
    { "lb-sidon", { "Saïda", "Sidon", "صيدا" } },
    { "il-jerusalem", { "Jérusalem", "Jerusalem", "القدس" } },
    { "ps-gaza", { "Gaza", "Gaza", "غزة" } },
    { "ps-hebron", { "Hébron", "Hebron", "الخليل" } },
    { "ps-nablus", { "Naplouse", "Nablus", "نابلس" } },
    { "ps-bethlehem", { "Bethléem", "Bethlehem", "بيت لحم" } },
    { "ps-ramallah", { "Ramallah", "Ramallah", "رام الله" } },
    { "jo-amman", { "Amman", "Amman", "عمان" } },
    { "iq-baghdad", { "Bagdad", "Baghdad", "بغداد" } },
    { "iq-mosul", { "Mossoul", "Mosul", "الموصل" } },
    { "iq-basra", { "Bassora", "Basra", "البصرة" } },
    { "eg-cairo", { "Le Caire", "Cairo", "القاهرة" } },
    { "eg-alexandria", { "Alexandrie", "Alexandria", "الإسكندرية" } },
    { "gn-360502", { "Louxor", "Luxor", "الأقصر" } },
    { "sa-riyadh", { "Riyad", "Riyadh", "الرياض" } },
    { "sa-mecca", { "La Mecque", "Mecca", "مكة" } },
    { "sa-medina", { "Médine", "Medina", "المدينة المنورة" } },
    { "sa-jeddah", { "Djeddah", "Jeddah", "جدة" } },
    { "kw-kuwait-city", { "Koweït-ville", "Kuwait City", "مدينة الكويت" } },
    { "om-muscat", { "Mascate", "Muscat", "مسقط" } },
    { "ae-abu-dhabi", { "Abou Dabi", "Abu Dhabi", "أبوظبي" } },
    { "ae-dubai", { "Dubaï", "Dubai", "دبي" } },
    { "ye-sanaa", { "Sanaa", "Sanaa", "صنعاء" } },
    { "ir-tehran", { "Téhéran", "Tehran", "طهران" } },
    { "ir-isfahan", { "Ispahan", "Isfahan", "أصفهان" } },
    { "tr-ankara", { "Ankara", "Ankara", "أنقرة" } },
    { "tr-istanbul", { "Istanbul", "Istanbul", "إسطنبول" } },
    { "tr-gaziantep", { "Gaziantep", "Gaziantep", "غازي عنتاب" } },
    { "ru-moscow", { "Moscou", "Moscow", "موسكو" } },
    { "ru-saint-petersburg", { "Saint-Pétersbourg", "Saint Petersburg", "سانت بطرسبرغ" } },
    { "ua-kyiv", { "Kiev", "Kyiv", "كييف" } },
    { "ua-kharkiv", { "Kharkiv", "Kharkiv", "خاركيف" } },
    { "ua-odesa", { "Odessa", "Odesa", "أوديسا" } },
    { "ua-mariupol", { "Marioupol", "Mariupol", "ماريوبول" } },
    { "pl-warsaw", { "Varsovie", "Warsaw", "وارسو" } },
    { "gn-3094802", { "Cracovie", "Krakow", "كراكوف" } },
    { "cz-prague", { "Prague", "Prague", "براغ" } },
    { "at-vienna", { "Vienne", "Vienna", "فيينا" } },
    { "de-berlin", { "Berlin", "Berlin", "برلين" } },
    { "de-munich", { "Munich", "Munich", "ميونخ" } },
    { "de-cologne", { "Cologne", "Cologne", "كولونيا" } },
    { "de-hamburg", { "Hambourg", "Hamburg", "هامبورغ" } },
    { "de-frankfurt", { "Francfort", "Frankfurt", "فرانكفورت" } },
    { "gb-london", { "Londres", "London", "لندن" } },
    { "gb-edinburgh", { "Édimbourg", "Edinburgh", "إدنبرة" } },
    { "ie-dublin", { "Dublin", "Dublin", "دبلن" } },
    { "be-brussels", { "Bruxelles", "Brussels", "بروكسل" } },
    { "be-antwerp", { "Anvers", "Antwerp", "أنتويرب" } },
    { "nl-the-hague", { "La Haye", "The Hague", "لاهاي" } },
    { "nl-amsterdam", { "Amsterdam", "Amsterdam", "أمستردام" } },
    { "dk-copenhagen", { "Copenhague", "Copenhagen", "كوبنهاغن" } },
    { "se-stockholm", { "Stockholm", "Stockholm", "ستوكهولم" } },
    { "fi-helsinki", { "Helsinki", "Helsinki", "هلسنكي" } },
    { "pt-lisbon", { "Lisbonne", "Lisbon", "لشبونة" } },
    { "es-madrid", { "Madrid", "Madrid", "مدريد" } },
    { "gn-2510911", { "Séville", "Seville", "إشبيلية" } },
    { "es-barcelona", { "Barcelone", "Barcelona", "برشلونة" } },
    { "it-rome", { "Rome", "Rome", "روما" } },
    { "it-milan", { "Milan", "Milan", "ميلانو" } },
    { "it-naples", { "Naples", "Naples", "نابولي" } },
    { "gn-3164603", { "Venise", "Venice", "البندقية" } },
    { "gn-3176959", { "Florence", "Florence", "فلورنسا" } },
    { "gn-3165524", { "Turin", "Turin", "تورينو" } },
    { "gn-3176219", { "Gênes", "Genoa", "جنوة" } },
    { "gr-athens", { "Athènes", "Athens", "أثينا" } },
    { "gr-thessaloniki", { "Thessalonique", "Thessaloniki", "سالونيك" } },
    { "cy-nicosia", { "Nicosie", "Nicosia", "نيقوسيا" } },
    { "rs-belgrade", { "Belgrade", "Belgrade", "بلغراد" } },
    { "ro-bucharest", { "Bucarest", "Bucharest", "بوخارست" } },
    { "bg-sofia", { "Sofia", "Sofia", "صوفيا" } },
    { "hu-budapest", { "Budapest", "Budapest", "بودابست" } },
    { "ch-geneva", { "Genève", "Geneva", "جنيف" } },
    { "ch-bern", { "Berne", "Bern", "برن" } },
    { "fr-paris", { "Paris", "Paris", "باريس" } },
    { "fr-marseille", { "Marseille", "Marseille", "مرسيليا" } },
    { "dz-algiers", { "Alger", "Algiers", "الجزائر العاصمة" } },
    { "dz-oran", { "Oran", "Oran", "وهران" } },
    { "tn-tunis", { "Tunis", "Tunis", "تونس العاصمة" } },
    { "ma-rabat", { "Rabat", "Rabat", "الرباط" } },
    { "ma-casablanca", { "Casablanca", "Casablanca", "الدار البيضاء" } },
    { "ma-marrakesh", { "Marrakech", "Marrakesh", "مراكش" } },
    { "ma-tangier", { "Tanger", "Tangier", "طنجة" } },
    { "gn-2548885", { "Fès", "Fes", "فاس" } },
    { "sd-khartoum", { "Khartoum", "Khartoum", "الخرطوم" } },
    { "et-addis-ababa", { "Addis-Abeba", "Addis Ababa", "أديس أبابا" } },
    { "so-mogadishu", { "Mogadiscio", "Mogadishu", "مقديشو" } },
    { "ke-nairobi", { "Nairobi", "Nairobi", "نيروبي" } },
    { "sn-dakar", { "Dakar", "Dakar", "داكار" } },
    { "ml-bamako", { "Bamako", "Bamako", "باماكو" } },
    { "ml-timbuktu", { "Tombouctou", "Timbuktu", "تمبكتو" } },
    { "td-ndjamena", { "N'Djamena", "N'Djamena", "نجامينا" } },
    { "za-cape-town", { "Le Cap", "Cape Town", "كيب تاون" } },
    { "za-johannesburg", { "Johannesburg", "Johannesburg", "جوهانسبرغ" } },
    { "af-kabul", { "Kaboul", "Kabul", "كابول" } },
    { "af-kandahar", { "Kandahar", "Kandahar", "قندهار" } },
    { "pk-islamabad", { "Islamabad", "Islamabad", "إسلام آباد" } },
    { "pk-karachi", { "Karachi", "Karachi", "كراتشي" } },
    { "in-new-delhi", { "New Delhi", "New Delhi", "نيودلهي" } },
    { "in-mumbai", { "Bombay", "Mumbai", "مومباي" } },
    { "gn-1275004", { "Calcutta", "Kolkata", "كولكاتا" } },
    { "cn-beijing", { "Pékin", "Beijing", "بكين" } },
    { "cn-shanghai", { "Shanghai", "Shanghai", "شانغهاي" } },
    { "gn-1809858", { "Canton", "Guangzhou", "قوانغتشو" } },
    { "jp-tokyo", { "Tokyo", "Tokyo", "طوكيو" } },
    { "kr-seoul", { "Séoul", "Seoul", "سيول" } },
    { "kp-pyongyang", { "Pyongyang", "Pyongyang", "بيونغيانغ" } },
    { "vn-hanoi", { "Hanoï", "Hanoi", "هانوي" } },
    { "th-bangkok", { "Bangkok", "Bangkok", "بانكوك" } },
    { "ph-manila", { "Manille", "Manila", "مانيلا" } },
    { "id-jakarta", { "Djakarta", "Jakarta", "جاكرتا" } },
    { "sg-singapore", { "Singapour", "Singapore", "سنغافورة" } },
    { "uz-tashkent", { "Tachkent", "Tashkent", "طشقند" } },
    { "az-baku", { "Bakou", "Baku", "باكو" } },
    { "am-yerevan", { "Erevan", "Yerevan", "يريفان" } },
    { "ge-tbilisi", { "Tbilissi", "Tbilisi", "تبليسي" } },
    { "cu-havana", { "La Havane", "Havana", "هافانا" } },
    { "br-brasilia", { "Brasilia", "Brasilia", "برازيليا" } },
    { "ar-buenos-aires", { "Buenos Aires", "Buenos Aires", "بوينس آيرس" } },
    { "us-washington", { "Washington", "Washington", "واشنطن" } },
    { "us-new-york", { "New York", "New York", "نيويورك" } },
    { "us-los-angeles", { "Los Angeles", "Los Angeles", "لوس أنجلوس" } },
    { "gn-4335045", { "La Nouvelle-Orléans", "New Orleans", "نيو أورلينز" } },
    { "ca-montreal", { "Montréal", "Montreal", "مونتريال" } },
    { "sy-syria", { "Syrie", "Syria", "سوريا" } },
    { "ru-russia", { "Russie", "Russia", "روسيا" } },
    { "de-germany", { "Allemagne", "Germany", "ألمانيا" } },
    { "gb-united-kingdom", { "Royaume-Uni", "United Kingdom", "المملكة المتحدة" } },
    { "us-united-states", { "États-Unis", "United States", "الولايات المتحدة" } },
    { "cn-china", { "Chine", "China", "الصين" } },
    { "eg-egypt", { "Égypte", "Egypt", "مصر" } },
    { "xx-middle-east", { "Moyen-Orient", "Middle East", "الشرق الأوسط" } },
    { "sy-golan-heights", { "plateau du Golan", "Golan Heights", "هضبة الجولان" } },
    { "xx-euphrates", { "Euphrate", "Euphrates", "نهر الفرات" } },
    { "xx-tigris", { "Tigre", "Tigris", "نهر دجلة" } },
    { "xx-sahel", { "Sahel", "Sahel", "منطقة الساحل" } },
    { "xx-black-sea", { "mer Noire", "Black Sea", "البحر الأسود" } },
    { "xx-red-sea", { "mer Rouge", "Red Sea", "البحر الأحمر" } },
    { "xx-mediterranean-sea", { "Méditerranée", "Mediterranean", "البحر المتوسط" } },
    { "xx-persian-gulf", { "golfe Persique", "Persian Gulf", "الخليج العربي" } },
    { "xx-strait-of-hormuz", { "détroit d'Ormuz", "Strait of Hormuz", "مضيق هرمز" } },
    { "eg-suez-canal", { "canal de Suez", "Suez Canal", "قناة السويس" } },
    { "world-nile", { "Nil", "Nile", "نهر النيل" } },
    { "world-danube", { "Danube", "Danube", "الدانوب" } },
    { "world-himalayas", { "Himalaya", "Himalayas", "الهيمالايا" } },
    { "world-alps", { "Alpes", "Alps", "جبال الألب" } },
    { "xx-caucasus", { "Caucase", "Caucasus", "القوقاز" } },
    { "xx-balkans", { "Balkans", "Balkans", "البلقان" } },
    { "eg-sinai", { "Sinaï", "Sinai", "سيناء" } },
    { "world-sahara", { "Sahara", "Sahara", "الصحراء الكبرى" } },
    { "ua-crimea", { "Crimée", "Crimea", "القرم" } },
    { "xx-kashmir", { "Cachemire", "Kashmir", "كشمير" } },
    { "ua-donbas", { "Donbass", "Donbas", "دونباس" } },
    { "ps-west-bank", { "Cisjordanie", "West Bank", "الضفة الغربية" } },
    { "ps-gaza-strip", { "bande de Gaza", "Gaza Strip", "قطاع غزة" } },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].names); j++)
        {
          g_autoptr(GPtrArray) found = lieudit_gazetteer_find (gazetteer, cases[i].names[j]);

          g_test_message ("%s", cases[i].names[j]);
          g_assert_cmpuint (found->len, >, 0);
          g_assert_cmpstr (lieudit_place_get_id (g_ptr_array_index (found, 0)), ==, cases[i].id);
        }
    }
}

static gboolean
is_city (LieuditPlace *place)
{
  LieuditFeatureClass class = lieudit_place_get_feature_class (place);

  return class == LIEUDIT_FEATURE_TOWN || class == LIEUDIT_FEATURE_CAPITAL;
}

static gint
compare_populations (gconstpointer a,
                     gconstpointer b)
{
  guint first = lieudit_place_get_population (*(LieuditPlace * const *) a);
  guint second = lieudit_place_get_population (*(LieuditPlace * const *) b);

  return first > second ? -1 : first < second;
}

static GPtrArray *
list_places (LieuditGazetteer *gazetteer,
             gboolean (*is_wanted) (LieuditPlace *place))
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lieudit_gazetteer_get_n_places (gazetteer); i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i);

      if (is_wanted (place))
        g_ptr_array_add (places, g_steal_pointer (&place));
    }
  g_ptr_array_sort (places, compare_populations);

  return places;
}

/* Each of the first @n_places has a name that is marked French, one English, one Arabic. */
static void
check_languages (const char *what,
                 GPtrArray  *places,
                 guint       n_places)
{
  static const LieuditLanguage languages[] = {
    LIEUDIT_LANGUAGE_FRENCH, LIEUDIT_LANGUAGE_ENGLISH, LIEUDIT_LANGUAGE_ARABIC
  };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      guint n_named = 0;

      for (guint j = 0; j < n_places; j++)
        {
          LieuditPlace *place = g_ptr_array_index (places, j);
          g_auto(GStrv) names = lieudit_place_dup_names (place, languages[i]);

          if (names[0] != NULL)
            n_named++;
          else
            g_test_message ("%s has no name in %s", lieudit_place_get_id (place),
                            lieudit_language_to_tag (languages[i]));
        }

      g_test_message ("%s: %u of %u (%.1f %%) have a name in %s", what, n_named, n_places,
                      100.0 * n_named / n_places, lieudit_language_to_tag (languages[i]));
      g_assert_cmpuint (n_named, ==, n_places);
    }
}

static void
test_largest_cities (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(GPtrArray) cities = list_places (gazetteer, is_city);

  g_assert_cmpuint (cities->len, >, N_LARGEST_CITIES);
  check_languages ("the largest cities", cities, N_LARGEST_CITIES);
}

static gboolean
is_capital (LieuditPlace *place)
{
  return lieudit_place_get_feature_class (place) == LIEUDIT_FEATURE_CAPITAL;
}

static void
test_capitals (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(GPtrArray) capitals = list_places (gazetteer, is_capital);

  g_assert_cmpuint (capitals->len, >=, 240);
  check_languages ("capitals", capitals, capitals->len);
}

static gboolean
is_country (LieuditPlace *place)
{
  return lieudit_place_get_feature_class (place) == LIEUDIT_FEATURE_COUNTRY;
}

static void
test_countries (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(GPtrArray) countries = list_places (gazetteer, is_country);

  g_assert_cmpuint (countries->len, >=, 249); /* of ISO 3166-1 */
  check_languages ("countries", countries, countries->len);
}

static void
test_areas (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(GHashTable) divided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_first = 0;
  guint n_second = 0;

  for (guint i = 0; i < lieudit_gazetteer_get_n_places (gazetteer); i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i);
      LieuditFeatureClass class = lieudit_place_get_feature_class (place);

      n_second += class == LIEUDIT_FEATURE_DISTRICT;
      if (class != LIEUDIT_FEATURE_REGION)
        continue;
      n_first++;
      if (lieudit_place_get_country_code (place) != NULL)
        g_hash_table_add (divided, g_strdup (lieudit_place_get_country_code (place)));
    }

  g_assert_cmpuint (n_first, >=, 3500);
  g_assert_cmpuint (n_second, >=, 16000);
  g_assert_cmpuint (g_hash_table_size (divided), >=, 190);
}

static char *
describe_hierarchy (LieuditPlace *place)
{
  g_autoptr(GPtrArray) areas = lieudit_place_dup_hierarchy (place);
  GString *text = g_string_new (NULL);

  for (guint i = areas->len; i > 0; i--)
    g_string_append_printf (text, "%s%s", i < areas->len ? " > " : "",
                            lieudit_place_get_name (g_ptr_array_index (areas, i - 1), LIEUDIT_LANGUAGE_ENGLISH));

  return g_string_free (text, FALSE);
}

static void
test_hierarchy (void)
{
  static const struct {
    const char *id;
    const char *hierarchy; /* narrowest first */
  } cases[] = {
    { "sy-saraqib", "Idlib District > Idlib Governorate > Syria" },
    { "sy-aleppo", "Mount Simeon District > Aleppo Governorate > Syria" },
    { "fr-marseille", "Bouches-du-Rhône > Provence-Alpes-Côte d'Azur > France" },
    { "gn-2969679", "Yvelines > Île-de-France > France" },
    { "gn-1583992", "Da Nang Municipality > Vietnam" },
    { "us-los-angeles", "Los Angeles County > California > United States" },
    { "gn-3159016", "Viken > Norway" },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_lookup_id (gazetteer, cases[i].id);
      g_autofree char *hierarchy = NULL;

      g_test_message ("%s", cases[i].id);
      g_assert_nonnull (place);
      hierarchy = describe_hierarchy (place);
      g_assert_cmpstr (hierarchy, ==, cases[i].hierarchy);
    }
}

/* Towns know their country, and nearly all the first-level area, by code or by polygon. */
static void
test_towns_lie_somewhere (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(GPtrArray) towns = list_places (gazetteer, is_city);
  guint n_without_area = 0;

  for (guint i = 0; i < towns->len; i++)
    {
      LieuditPlace *town = g_ptr_array_index (towns, i);
      g_autoptr(LieuditPlace) parent = lieudit_place_dup_parent (town);

      g_test_message ("%s", lieudit_place_get_id (town));
      g_assert_nonnull (parent);
      n_without_area += is_country (parent);
    }

  g_test_message ("%u of %u towns lie in a country and no smaller area", n_without_area, towns->len);
  g_assert_cmpuint (n_without_area * 200, <, towns->len);
}

/* A country is no point: what is larger is known less exactly. */
static void
test_precision (void)
{
  static const struct {
    const char *id;
    double smallest; /* kilometres */
    double largest;
  } cases[] = {
    { "ru-russia", 1500, 3000 },
    { "sy-syria", 150, 400 },
    { "mc-monaco", 0.1, 3 },
    { "sy-governorate-idlib", 20, 80 },
    { "sy-aleppo", 3, 15 },
    { "sy-saraqib", 0.5, 5 },
    { "xx-black-sea", 200, 600 },
  };
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_lookup_id (gazetteer, cases[i].id);

      g_test_message ("%s", cases[i].id);
      g_assert_nonnull (place);
      g_assert_cmpfloat (lieudit_place_get_uncertainty_km (place), >=, cases[i].smallest);
      g_assert_cmpfloat (lieudit_place_get_uncertainty_km (place), <=, cases[i].largest);
    }
}

/* Every place says where it is from, and every source is credited. */
static void
test_sources (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = open_installed ();
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lieudit_gazetteer_get_n_sources (gazetteer); i++)
    {
      LieuditGazetteerSource source = lieudit_gazetteer_get_source (gazetteer, i);

      g_test_message ("%s: %u places", source.key, source.n_places);
      g_assert_cmpstr (source.title, !=, "");
      g_assert_cmpstr (source.licence, !=, "");
      g_assert_cmpstr (source.date, !=, "");
      g_hash_table_add (keys, (gpointer) source.key);
    }

  for (guint i = 0; i < lieudit_gazetteer_get_n_places (gazetteer); i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i);
      g_auto(GStrv) origins = g_strsplit (lieudit_place_get_source (place), " ", -1);

      g_test_message ("%s", lieudit_place_get_id (place));
      g_assert_nonnull (origins[0]);
      for (guint j = 0; origins[j] != NULL; j++)
        {
          g_auto(GStrv) parts = g_strsplit (origins[j], ":", 2);

          g_assert_true (g_hash_table_contains (keys, parts[0]));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gazetteer-coverage/exonyms", test_exonyms);
  g_test_add_func ("/gazetteer-coverage/largest-cities", test_largest_cities);
  g_test_add_func ("/gazetteer-coverage/capitals", test_capitals);
  g_test_add_func ("/gazetteer-coverage/countries", test_countries);
  g_test_add_func ("/gazetteer-coverage/areas", test_areas);
  g_test_add_func ("/gazetteer-coverage/hierarchy", test_hierarchy);
  g_test_add_func ("/gazetteer-coverage/towns-lie-somewhere", test_towns_lie_somewhere);
  g_test_add_func ("/gazetteer-coverage/precision", test_precision);
  g_test_add_func ("/gazetteer-coverage/sources", test_sources);

  return g_test_run ();
}
