/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli.h"

#include <glib/gi18n.h>

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

static const char description[] = N_("“info” tells how many places there are, and whose data they are.");

static void
count_classes (LieuditGazetteer *gazetteer,
               guint             counts[G_N_ELEMENTS (class_names)])
{
  for (guint i = 0; i < lieudit_gazetteer_get_n_places (gazetteer); i++)
    {
      g_autoptr(LieuditPlace) place = lieudit_gazetteer_get_place (gazetteer, i);
      LieuditFeatureClass feature_class = lieudit_place_get_feature_class (place);

      for (gsize j = 0; j < G_N_ELEMENTS (class_names); j++)
        counts[j] += class_names[j].feature_class == feature_class;
    }
}

static LieuditCliStatus
print_info (void)
{
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_cli_open_gazetteer ();
  g_auto(GStrv) attribution = NULL;
  guint counts[G_N_ELEMENTS (class_names)] = { 0, };

  if (gazetteer == NULL)
    return LIEUDIT_CLI_FAILED;

  count_classes (gazetteer, counts);
  g_print (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", lieudit_gazetteer_get_n_places (gazetteer)),
           lieudit_gazetteer_get_n_places (gazetteer));
  g_print ("\n");
  for (gsize i = 0; i < G_N_ELEMENTS (class_names); i++)
    {
      if (counts[i] > 0)
        g_print ("%8u  %s\n", counts[i], _(class_names[i].name));
    }

  attribution = lieudit_gazetteer_dup_attribution (gazetteer);
  g_print ("\n%s\n", _("Sources and licences"));
  for (gsize i = 0; attribution[i] != NULL; i++)
    g_print ("  %s\n", attribution[i]);

  return LIEUDIT_CLI_DONE;
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
  if (!lieudit_cli_parse ("gazetteer", "info", _(description), entries, &argc, &argv))
    return LIEUDIT_CLI_USAGE;

  if (arguments == NULL || !g_str_equal (arguments[0], "info") || arguments[1] != NULL)
    return lieudit_cli_wrong_usage ("gazetteer", _("Say what to do: “info” is all there is."));

  return print_info ();
}
