/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli.h"

#include <glib/gi18n.h>

#include "gazetteer/lieudit-gazetteer-private.h"

typedef struct {
  LieuditFeatureClass  feature_class;
  const char          *name;
} ClassName;

static const ClassName class_names[] = {
  { LIEUDIT_FEATURE_COUNTRY, N_("countries") },
  { LIEUDIT_FEATURE_REGION, N_("governorates, states and provinces") },
  { LIEUDIT_FEATURE_DISTRICT, N_("districts") },
  { LIEUDIT_FEATURE_CAPITAL, N_("capitals") },
  { LIEUDIT_FEATURE_TOWN, N_("towns and villages") },
  { LIEUDIT_FEATURE_QUARTER, N_("quarters") },
  { LIEUDIT_FEATURE_AREA, N_("regions without an administration") },
  { LIEUDIT_FEATURE_WATER, N_("waters") },
  { LIEUDIT_FEATURE_RELIEF, N_("mountains and other relief") },
  { LIEUDIT_FEATURE_ROAD, N_("roads") },
  { LIEUDIT_FEATURE_SITE, N_("sites") },
  { LIEUDIT_FEATURE_OTHER, N_("others") },
};

static char **arguments;

static const GOptionEntry entries[] = {
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments, NULL, NULL },
  { NULL }
};

static const char description[] = N_("“info” tells what is on board, how much of it, and whose data it is.\n"
                                     "“import FILE…” adds the places of a GeoNames dump, a table or a GeoJSON file;\n"
                                     "see “lieudit-cli gazetteer import --help”.\n"
                                     "“remove NAME” takes out what was imported.");

static void
count_classes (LieuditGazetteer *gazetteer,
               guint             counts[G_N_ELEMENTS (class_names)])
{
  for (guint i = 0; i < lieudit_gazetteer_get_n_places (gazetteer); i++)
    {
      const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (gazetteer, i);
      LieuditFeatureClass feature_class = lieudit_feature_class_from_code (entry->feature);

      for (gsize j = 0; j < G_N_ELEMENTS (class_names); j++)
        counts[j] += class_names[j].feature_class == feature_class;
    }
}

static void
print_count (guint n_places)
{
  g_print (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n_places), n_places);
}

static void
print_classes (LieuditGazetteer *gazetteer)
{
  guint counts[G_N_ELEMENTS (class_names)] = { 0, };

  count_classes (gazetteer, counts);
  print_count (lieudit_gazetteer_get_n_places (gazetteer));
  g_print ("\n");
  for (gsize i = 0; i < G_N_ELEMENTS (class_names); i++)
    {
      if (counts[i] > 0)
        g_print ("%8u  %s\n", counts[i], _(class_names[i].name));
    }
}

static void
print_imported (void)
{
  g_autoptr(LieuditUserGazetteers) gazetteers = lieudit_user_gazetteers_new (NULL);
  guint n_gazetteers = g_list_model_get_n_items (G_LIST_MODEL (gazetteers));

  if (n_gazetteers > 0)
    g_print ("\n%s\n", _("Imported gazetteers"));
  for (guint i = 0; i < n_gazetteers; i++)
    {
      g_autoptr(LieuditUserGazetteer) gazetteer = g_list_model_get_item (G_LIST_MODEL (gazetteers), i);

      g_print ("  %s: ", lieudit_user_gazetteer_get_name (gazetteer));
      if (lieudit_user_gazetteer_get_gazetteer (gazetteer) != NULL)
        print_count (lieudit_gazetteer_get_n_places (lieudit_user_gazetteer_get_gazetteer (gazetteer)));
      else
        g_print ("%s", lieudit_user_gazetteer_get_problem (gazetteer));
      g_print ("\n");
    }
}

static void
print_sources (LieuditGazetteer *gazetteer)
{
  g_print ("\n%s\n", _("Sources and licences"));
  for (guint i = 0; i < lieudit_gazetteer_get_n_sources (gazetteer); i++)
    {
      LieuditGazetteerSource source = lieudit_gazetteer_get_source (gazetteer, i);

      g_print ("  %s", source.title);
      if (*source.licence != '\0')
        g_print (" (%s)", source.licence);
      if (*source.date != '\0')
        g_print (", %s", source.date);
      if (source.n_places > 0)
        {
          g_print (", ");
          print_count (source.n_places);
        }
      if (*source.url != '\0')
        g_print (", %s", source.url);
      g_print ("\n");
    }
}

static LieuditCliStatus
print_info (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_cli_open_gazetteer ();

  if (gazetteer == NULL)
    return LIEUDIT_CLI_FAILED;

  print_classes (gazetteer);
  print_imported ();
  print_sources (gazetteer);

  return LIEUDIT_CLI_DONE;
}

static LieuditCliStatus
remove_gazetteers (char **names)
{
  g_autoptr(LieuditUserGazetteers) gazetteers = lieudit_user_gazetteers_new (NULL);
  LieuditCliStatus status = LIEUDIT_CLI_DONE;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;

      if (lieudit_user_gazetteers_remove (gazetteers, names[i], &error))
        continue;
      lieudit_cli_complain (names[i], error->message);
      status = LIEUDIT_CLI_FAILED;
    }
  lieudit_user_gazetteers_purge (gazetteers);

  return status;
}

/*
 * lieudit_cli_gazetteer:
 *
 * The subcommand gazetteer.
 *
 * Returns: the exit status
 */
LieuditCliStatus
lieudit_cli_gazetteer (int    argc,
                       char **argv)
{
  if (argc > 1 && g_str_equal (argv[1], "import"))
    return lieudit_cli_import (argc - 1, argv + 1);

  if (!lieudit_cli_parse ("gazetteer", _("info | import FILE… | remove NAME…"), _(description), entries, &argc, &argv))
    return LIEUDIT_CLI_USAGE;

  if (arguments != NULL && g_str_equal (arguments[0], "info") && arguments[1] == NULL)
    return print_info ();
  if (arguments != NULL && g_str_equal (arguments[0], "remove") && arguments[1] != NULL)
    return remove_gazetteers (arguments + 1);

  return lieudit_cli_wrong_usage ("gazetteer", _("Say what to do: “info”, “import FILE…” or “remove NAME…”."));
}
