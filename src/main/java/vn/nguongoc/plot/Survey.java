package vn.nguongoc.plot;

import java.util.List;
import vn.nguongoc.catalogue.Geometry;
import vn.nguongoc.catalogue.Ward;
import vn.nguongoc.plot.PlotCommand.ClaimLand;
import vn.nguongoc.plot.PlotCommand.RegisterPlot;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/**
 * Whether the place of a new plot agrees with what else is said of it. Of a ward only the smallest box around it is
 * known, so a plot just across a ward's border may pass.
 */
final class Survey {
    private final RegisterPlot plot;
    private final Ward ward;
    private final Geometry geometry;

    private Survey(RegisterPlot plot, Ward ward, Geometry geometry) {
        this.plot = plot;
        this.ward = ward;
        this.geometry = geometry;
    }

    /**
     * What the plot must claim, tile by tile, in an order that is the same for everybody who claims; nothing where no
     * outline is known.
     *
     * @throws Refused if the place cannot be right
     */
    static List<ClaimLand> claims(RegisterPlot plot, Ward ward, Geometry geometry) {
        var survey = new Survey(plot, ward, geometry);
        survey.refuseIfOfNoSize();
        survey.refuseIfThePointIsNotEnough();
        var boundary = plot.boundary();
        return boundary == null ? List.of() : survey.claims(boundary);
    }

    private List<ClaimLand> claims(Boundary boundary) {
        var outline = new Outline(boundary);
        var size = geometry.size();
        refuseUnless(
                outline.lengthMetres() <= size.longestMetres(),
                new PlotRefusal.LongerThanAPlot(
                        outline.lengthMetres(),
                        size.longestMetres(),
                        size.source().text()));
        boundary.ring().forEach(this::refuseIfOutsideTheWard);
        outline.fault().ifPresent(at -> {
            throw new Refused(new PlotRefusal.OutlineCrossesItself(at));
        });
        refuseIfItsAreaDiffers(outline.areaSquareMetres());
        return outline.tiles().stream()
                .map(tile ->
                        new ClaimLand(tile, plot.plot(), plot.cooperative(), plot.code(), boundary, plot.happenedAt()))
                .toList();
    }

    private void refuseIfOfNoSize() {
        var size = geometry.size();
        var area = plot.areaSquareMetres();
        refuseUnless(
                area >= size.smallestSquareMetres(),
                new PlotRefusal.SmallerThanAPlot(
                        area, size.smallestSquareMetres(), size.source().text()));
        refuseUnless(
                area <= size.largestSquareMetres(),
                new PlotRefusal.LargerThanAPlot(
                        area, size.largestSquareMetres(), size.source().text()));
    }

    private void refuseIfThePointIsNotEnough() {
        var point = plot.location();
        if (point != null) {
            refuseUnless(plot.boundary() == null, new PlotRefusal.OutlineAndPoint());
            refuseUnless(
                    geometry.pointOnly().contains(plot.kind()),
                    new PlotRefusal.PointIsNotEnough(
                            plot.kind(), geometry.pointOnly().stream().sorted().toList()));
            refuseIfOutsideTheWard(point);
        }
    }

    private void refuseIfOutsideTheWard(Boundary.Point corner) {
        var box = ward.box();
        var inside = corner.latitude().compareTo(box.south()) >= 0
                && corner.latitude().compareTo(box.north()) <= 0
                && corner.longitude().compareTo(box.west()) >= 0
                && corner.longitude().compareTo(box.east()) <= 0;
        refuseUnless(
                inside,
                new PlotRefusal.OutsideTheWard(
                        ward.code(),
                        ward.name(),
                        corner,
                        new Boundary.Point(box.west(), box.south()),
                        new Boundary.Point(box.east(), box.north())));
    }

    private void refuseIfItsAreaDiffers(long outlined) {
        var declared = plot.areaSquareMetres();
        var allowed = geometry.area();
        refuseUnless(
                Math.abs(outlined - declared) <= allowed.of(declared),
                new PlotRefusal.AreaDiffers(
                        declared, outlined, allowed.percent(), allowed.source().text()));
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }
}
