package vn.nguongoc.view;

/** What one aggregate is now, fed by its own events only. */
public sealed interface View
        permits ViewOfOrganisation,
                ViewOfPlot,
                ViewOfCycle,
                ViewOfCyclePart,
                ViewOfOrigin,
                ViewOfLot,
                ViewOfSeedLot,
                ViewOfStep,
                ViewOfShipment,
                ViewOfRecall,
                ViewOfLabelRun,
                ViewOfFarmer,
                LotFlow {}
